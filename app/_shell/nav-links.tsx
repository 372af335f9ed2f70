'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { shellText } from '../_text/shell'
import { DecksIcon, LabIcon, PracticeIcon, TodayIcon } from '../_ui/icons'

const PLACES = [
  { href: '/today', key: 'today', Icon: TodayIcon },
  { href: '/decks', key: 'decks', Icon: DecksIcon },
  { href: '/practice', key: 'practice', Icon: PracticeIcon },
  { href: '/lab', key: 'lab', Icon: LabIcon },
] as const

/** A phone has room for four thumbs' widths; there classes are on Today and in the menu. */
const DESK_PLACES = [...PLACES, { href: '/classes', key: 'classes' }] as const

function isHere(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`)
}

/** On a desk: words in the header. The place one is at is underlined, and said. */
export function HeaderLinks() {
  const text = useText(shellText)
  const pathname = usePathname()
  return DESK_PLACES.map(({ href, key }) => (
    <Link
      key={href}
      href={href}
      aria-current={isHere(pathname, href) ? 'page' : undefined}
      className="text-soft hover:text-ink aria-[current]:text-ink aria-[current]:border-accent inline-flex min-h-11 items-center border-b-2 border-transparent pt-0.5 text-sm font-medium"
    >
      {text[key]}
    </Link>
  ))
}

/** On a phone: tabs within reach of the thumb. */
export function TabLinks() {
  const text = useText(shellText)
  const pathname = usePathname()
  return PLACES.map(({ href, key, Icon }) => (
    <Link
      key={href}
      href={href}
      aria-current={isHere(pathname, href) ? 'page' : undefined}
      className="text-soft aria-[current]:text-accent flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 text-xs font-medium aria-[current]:shadow-[inset_0_2px_0_var(--accent)]"
    >
      <Icon />
      {text[key]}
    </Link>
  ))
}
