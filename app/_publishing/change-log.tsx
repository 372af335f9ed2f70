import type { History } from '@/lib/authoring/publishing/list-history'
import type { Locale } from '@/lib/core/content/content'
import { formatDate } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { publishingText } from '../_text/publishing'
import { TextLink } from '../_ui/text-link'
import { sayVersion } from './change-counts'

type ChangeLogProps = {
  slug: string
  entries: History['entries']
  timeZone: string | undefined
  locale: Locale
}

/** The last things that changed, on the deck's own page. A deck that has only begun has none. */
export function ChangeLog({ slug, entries, timeZone, locale }: ChangeLogProps) {
  const text = getText(publishingText, locale)
  const told = entries.filter(({ line, counts }) => line !== '' || counts.restored !== undefined).slice(0, 3)
  const shown = told.length > 0 ? told : entries.length > 1 ? entries.slice(0, 1) : []
  if (shown.length === 0) return null
  return (
    <section className="mb-12 grid max-w-measure gap-3">
      <h2 className="text-xl">{text.history.log}</h2>
      <ul className="grid gap-2">
        {shown.map(({ version, at, line, counts }) => (
          <li key={version} className="grid gap-x-4 text-sm sm:grid-cols-[8rem_1fr]">
            <span className="text-soft">{formatDate(locale, at, timeZone)}</span>
            <span>{line || sayVersion(text, counts)}</span>
          </li>
        ))}
      </ul>
      <p className="text-sm">
        <TextLink href={`/decks/${slug}/history`} isAlone>
          {text.history.all}
        </TextLink>
      </p>
    </section>
  )
}
