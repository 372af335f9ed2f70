import type { HistoryEntry } from '@/lib/authoring/publishing/list-history'
import type { Locale } from '@/lib/core/content/content'
import { formatDateTime } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { publishingText } from '../_text/publishing'
import { TextLink } from '../_ui/text-link'
import { sayCounts } from './change-counts'

type LogEntryProps = {
  entry: HistoryEntry
  /** Null for who may not look at earlier versions. */
  href: string | null
  timeZone: string | undefined
  locale: Locale
}

/** One version on the line of versions: what its author said of it, and what it changed. */
export function LogEntry({ entry, href, timeZone, locale }: LogEntryProps) {
  const text = getText(publishingText, locale)
  const { version, at, line, counts, by, isCurrent } = entry
  const told = [
    formatDateTime(locale, at, timeZone),
    ...(by ? [text.history.by(by)] : []),
    ...sayCounts(text, counts),
  ]
  const said = line || (counts.restored === undefined ? '' : text.history.restored(counts.restored))
  return (
    <li className="border-hairline relative border-s pb-8 ps-6 last:pb-0">
      <span
        aria-hidden="true"
        className={`border-accent absolute -start-1.5 top-2 size-3 rounded-full border-2 ${isCurrent ? 'bg-accent' : 'bg-paper'}`}
      />
      <div className="grid gap-1">
        <h2 className="flex flex-wrap items-baseline gap-x-3 font-sans text-sm font-medium">
          {text.history.version(version)}
          {isCurrent ? <span className="text-good font-normal">{text.history.current}</span> : null}
        </h2>
        {said === '' ? null : <p className="font-serif text-lg">{said}</p>}
        <p className="text-soft text-sm">{told.join(' · ')}</p>
        {href ? (
          <p className="text-sm">
            <TextLink href={href} isAlone aria-label={text.history.lookAt(version)}>
              {text.history.look}
            </TextLink>
          </p>
        ) : null}
      </div>
    </li>
  )
}
