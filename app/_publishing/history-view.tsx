import type { History } from '@/lib/authoring/publishing/list-history'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { publishingText } from '../_text/publishing'
import { EmptyState } from '../_ui/empty-state'
import { PageHeader } from '../_ui/page-header'
import { TextLink } from '../_ui/text-link'
import { LogEntry } from './log-entry'

type HistoryViewProps = { history: History; title: string; timeZone: string | undefined; locale: Locale }

export function HistoryView({ history, title, timeZone, locale }: HistoryViewProps) {
  const text = getText(publishingText, locale)
  const { deck, entries, canLook } = history
  return (
    <>
      <p className="-mt-4 mb-2 text-sm">
        <TextLink href={`/decks/${deck.slug}`} isAlone>
          {text.toDeck}
        </TextLink>
      </p>
      <PageHeader
        title={text.history.titleOf(title)}
        lead={canLook ? text.history.leadAuthor : text.history.lead}
      />
      {entries.length === 0 ? (
        <EmptyState title={text.history.none}>{text.history.noneLead}</EmptyState>
      ) : (
        <ol className="max-w-measure">
          {entries.map((entry) => (
            <LogEntry
              key={entry.version}
              {...{ entry, timeZone, locale }}
              href={canLook ? `/decks/${deck.slug}/history/${entry.version}` : null}
            />
          ))}
        </ol>
      )}
    </>
  )
}
