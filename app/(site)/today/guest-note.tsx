'use client'

import Link from 'next/link'
import { todayText } from '@/app/_text/today'
import { useText } from '@/lib/platform/i18n/locale-provider'

export function GuestNote() {
  const text = useText(todayText)
  return (
    <section className="border-hairline grid justify-items-start gap-1 border-t pt-4 text-sm">
      <p className="font-medium">{text.guest}</p>
      <p className="text-soft">{text.guestText}</p>
      <Link
        href="/sign-up"
        className="text-accent inline-flex min-h-11 items-center font-medium underline-offset-4 hover:underline"
      >
        {text.guestAction}
      </Link>
    </section>
  )
}
