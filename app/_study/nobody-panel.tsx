'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { ButtonLink } from '../_ui/button-link'
import { todayText } from '../_text/today'

export function NobodyPanel() {
  const text = useText(todayText)
  return (
    <section className="grid gap-3">
      <h2 className="text-2xl">{text.nobody}</h2>
      <p className="text-soft">{text.nobodyText}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <ButtonLink look="primary" href="/">
          {text.guestStart}
        </ButtonLink>
        <ButtonLink href="/sign-in">{text.signIn}</ButtonLink>
      </div>
    </section>
  )
}
