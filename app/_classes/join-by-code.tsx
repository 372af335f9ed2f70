'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { textOf } from '../_api/use-submit'
import { classesText } from '../_text/classes'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'

/** Leads to the page that says what a class is and what its instructors see, where one joins. */
export function JoinByCode() {
  const text = useText(classesText)
  const router = useRouter()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = textOf(new FormData(event.currentTarget), 'code').trim()
    if (code !== '') router.push(`/classes/join/${encodeURIComponent(code)}`)
  }
  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      <h2 className="text-lg">{text.haveCode}</h2>
      <Field
        name="code"
        label={text.code}
        hint={text.codeHint}
        required
        maxLength={40}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="font-mono tracking-wider"
      />
      <div>
        <Button type="submit">{text.look}</Button>
      </div>
    </form>
  )
}
