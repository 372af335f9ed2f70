'use client'

import { useRef, useState, type FormEvent } from 'react'
import type { ApiAnswer, ApiFailure } from './call-api'

/**
 * A form's one way to send: the press is taken once, what was typed stays where it is, and what went wrong is
 * returned to be shown. `done` runs after success; until it leaves the page the form stays busy.
 */
export function useSubmit<T>(
  send: (form: FormData) => Promise<ApiAnswer<T>>,
  done: (value: T, form: HTMLFormElement) => void | 'stay-busy',
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
  return { isBusy, failure, onSubmit, fields: failure?.fields ?? {} }
}

/** A text field of a form, as typed. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
