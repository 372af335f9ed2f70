'use client'

import { usePathname } from 'next/navigation'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { administrationText } from '../_text/administration'
import { TabLinks } from '../_ui/tab-links'

const PLACES = ['/administration', '/people', '/administration/decks', '/administration/audit'] as const

export function AdministrationLinks() {
  const text = useText(administrationText)
  const pathname = usePathname()
  return (
    <TabLinks
      name={text.title}
      links={PLACES.map((href) => ({
        key: href,
        label: text.places[href],
        href,
        isHere: pathname === href,
      }))}
    />
  )
}
