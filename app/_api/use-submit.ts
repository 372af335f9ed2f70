'use client'

import { useRef, useState, type FormEvent } from 'react'
import type { ApiAnswer, ApiFailure } from './call-api'

/**
 * A form's one way to send: the press is taken once, what was typed stays where it is, and what went wrong is
 * returned to be shown: beside the field that it is of (`fieldsShown` names those that the form has a place for),
 * else as the form's own `message`. `done` runs after success.
 */
export function useSubmit<T>(
  send: (form: FormData) => Promise<ApiAnswer<T>>,
  done: (value: T, form: HTMLFormElement) => void | 'stay-busy',
  fieldsShown: readonly string[] = [],
) {
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const isSending = useRef(false)
  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isSending.current) return
    isSending.current = true
    setBusy(true)
    setFailure(null)
    const form = event.currentTarget
    const answer = await send(new FormData(form))
    isSending.current = false
    if (answer.ok) {
      if (done(answer.value, form) !== 'stay-busy') setBusy(false)
    } else {
      setFailure(answer)
      setBusy(false)
    }
  }
  const fields = failure?.fields ?? {}
  const isPlaced =
    Object.keys(fields).length > 0 && Object.keys(fields).every((name) => fieldsShown.includes(name))
  return { isBusy, message: isPlaced ? null : failure?.message, onSubmit, fields }
}

/** A text field of a form, as typed. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
