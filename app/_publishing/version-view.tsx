import type { DeckVersion } from '@/lib/authoring/publishing/get-version'
import type { Locale } from '@/lib/core/content/content'
import { formatDateTime } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { LocalizedText } from '../_decks/localized-text'
import { decksText } from '../_text/decks'
import { publishingText } from '../_text/publishing'
import { PageHeader } from '../_ui/page-header'
import { TextLink } from '../_ui/text-link'
import { RestoreButton } from './restore-button'
import { ShownCards } from './shown-cards'

type VersionViewProps = { shown: DeckVersion; timeZone: string; locale: Locale; pageSize: number }

export function VersionView({ shown, timeZone, locale, pageSize }: VersionViewProps) {
  const text = getText(publishingText, locale)
  const decks = getText(decksText, locale)
  const { deck, version, at, line, isCurrent, notes, noteCount, from } = shown
  const since = [
    shown.changedSince > 0 ? text.version.sinceChanged(shown.changedSince) : '',
    shown.goneSince > 0 ? text.version.sinceGone(shown.goneSince) : '',
    shown.addedSince > 0 ? text.version.sinceAdded(shown.addedSince) : '',
  ].filter(Boolean)
  const address = `/decks/${deck.slug}/history/${version}`
  return (
    <>
      <p className="-mt-4 mb-2 text-sm">
        <TextLink href={`/decks/${deck.slug}/history`} isAlone>
          {text.history.back}
        </TextLink>
      </p>
      <PageHeader
        title={
          <>
            <LocalizedText text={shown.title} locale={locale} />
            {' · '}
            {text.history.version(version)}
          </>
        }
        lead={line || undefined}
        actions={
          deck.canEdit && !isCurrent ? (
            <RestoreButton slug={deck.slug} version={version} current={deck.version} />
          ) : null
        }
      />
      <p className="text-soft mb-10 text-sm">
        {formatDateTime(locale, at, timeZone)}
        {' · '}
        {text.version.noteCount(noteCount)}
        {' · '}
        {isCurrent
          ? text.version.isCurrent
          : since.length > 0
            ? text.version.since(since)
            : text.version.sameAsNow}
      </p>
      <section aria-label={text.version.notes}>
        <ul className="border-hairline border-b">
          {notes.map(({ id, kind, cards, now }) => (
            <li key={id} className="border-hairline grid gap-3 border-t py-6">
              <div className="max-w-measure min-w-0">
                <ShownCards {...{ cards, kind, locale }} />
              </div>
              <p className="text-soft flex flex-wrap gap-x-4 text-xs">
                <span>{decks.kinds[kind]}</span>
                {now === 'same' || isCurrent ? null : (
                  <span className={now === 'gone' ? 'text-danger' : 'text-accent'}>
                    {text.version.now[now]}
                  </span>
                )}
              </p>
            </li>
          ))}
        </ul>
        {noteCount > pageSize ? (
          <nav
            className="text-soft flex flex-wrap items-baseline gap-x-6 text-sm"
            aria-label={text.version.notes}
          >
            {from > 0 ? (
              <TextLink href={`${address}?from=${Math.max(0, from - pageSize)}`} isAlone>
                {text.version.earlier}
              </TextLink>
            ) : null}
            <span className="py-2.75">
              {text.version.range(from + 1, Math.min(noteCount, from + pageSize), noteCount)}
            </span>
            {from + pageSize < noteCount ? (
              <TextLink href={`${address}?from=${from + pageSize}`} isAlone>
                {text.version.later}
              </TextLink>
            ) : null}
          </nav>
        ) : null}
      </section>
    </>
  )
}
