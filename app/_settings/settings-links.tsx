'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { settingsText } from '../_text/settings'

const PLACES = [
  ['/settings', 'general'],
  ['/settings/studying', 'studying'],
  ['/settings/account', 'account'],
] as const

export function SettingsLinks() {
  const text = useText(settingsText)
  const pathname = usePathname()
  return (
    <nav aria-label={text.sections} className="flex gap-x-6 md:flex-col">
      {PLACES.map(([href, key]) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? 'page' : undefined}
          className="text-soft hover:text-ink aria-[current]:text-ink aria-[current]:border-accent inline-flex min-h-11 items-center border-b-2 border-transparent text-sm font-medium md:border-b-0 md:border-s-2 md:ps-4"
        >
          {text[key]}
        </Link>
      ))}
    </nav>
  )
}
