'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { administrationText } from '../_text/administration'

const PLACES = ['/administration', '/people', '/administration/decks', '/administration/audit'] as const

export function AdministrationLinks({ name }: { name: string }) {
  const text = useText(administrationText)
  const pathname = usePathname()
  return (
    <nav aria-label={name} className="-mt-4 mb-4 flex flex-wrap gap-x-6">
      {PLACES.map((href) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? 'page' : undefined}
          className="text-soft hover:text-ink aria-[current]:text-ink aria-[current]:border-accent inline-flex min-h-11 items-center border-b-2 border-transparent text-sm font-medium"
        >
          {text.places[href]}
        </Link>
      ))}
    </nav>
  )
}
