import type { Upstream } from '@/lib/authoring/upstream/compare-upstream'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { LocalizedText } from '../_decks/localized-text'
import { upstreamText } from '../_text/upstream'
import { EmptyState } from '../_ui/empty-state'
import { PageHeader } from '../_ui/page-header'
import { TextLink } from '../_ui/text-link'
import { ChangeList } from './change-list'

export function UpstreamView({ upstream, locale }: { upstream: Upstream; locale: Locale }) {
  const text = getText(upstreamText, locale)
  const { deck, state, original, changes, deckChanges } = upstream
  return (
    <>
      <p className="-mt-4 mb-2 text-sm">
        <TextLink href={`/decks/${deck.slug}`} isAlone>
          {text.back}
        </TextLink>
      </p>
      <PageHeader
        title={<LocalizedText text={deck.title} locale={locale} />}
        lead={
          original ? (
            <>
              {text.original}{' '}
              <TextLink href={`/decks/${original.slug}`}>
                <LocalizedText text={original.title} locale={locale} />
              </TextLink>
            </>
          ) : null
        }
      />
      {state === 'changed' ? (
        <>
          <p className="text-soft mb-6 max-w-measure">{text.lead}</p>
          <ChangeList slug={deck.slug} canEdit={deck.canEdit} {...{ changes, deckChanges }} />
        </>
      ) : (
        <EmptyState title={text[state]}>
          {state === 'current' ? text.currentHint : text.unreadableHint}
        </EmptyState>
      )}
    </>
  )
}
