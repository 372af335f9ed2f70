'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { importsText } from '../_text/imports'
import { Menu, MENU_ITEM } from '../_ui/menu'

/** A deck as a file for another program. Downloads, not pages: plain links, which the router must not fetch ahead. */
export function ExportMenu({ slug, isEnrolled }: { slug: string; isEnrolled: boolean }) {
  const text = useText(importsText)
  const exported = (query: string) => `/api/v1/decks/${slug}/export?${query}`
  const items = [
    { href: exported('format=apkg'), words: text.exportApkg },
    ...(isEnrolled ? [{ href: exported('format=apkg&scheduling=yes'), words: text.exportApkgOwn }] : []),
    { href: exported('format=csv'), words: text.exportCsv },
    { href: `/api/v1/decks/${slug}/file`, words: text.exportMarkdown },
    { href: exported('format=json'), words: text.exportJson },
  ]
  return (
    <Menu
      button={text.exportMenu}
      buttonClassName="text-accent hover:text-accent-strong cursor-pointer text-sm underline underline-offset-4"
      className="inline-block"
      align="start"
    >
      {items.map(({ href, words }) => (
        <a key={href} href={href} download className={MENU_ITEM}>
          {words}
        </a>
      ))}
    </Menu>
  )
}
