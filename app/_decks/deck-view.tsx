import type { DeckNote } from '@/lib/authoring/get-deck'
import type { DeckSummary } from '@/lib/authoring/deck-summary'
import type { HistoryEntry } from '@/lib/authoring/publishing/list-history'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { ChangeLog } from '../_publishing/change-log'
import { decksText } from '../_text/decks'
import { PageHeader } from '../_ui/page-header'
import { TextLink } from '../_ui/text-link'
import { AuthorLinks } from './author-links'
import { CardBrowser } from './card-browser'
import { DeckFacts } from './deck-facts'
import { EnrolmentActions } from './enrolment-actions'
import { ExportMenu } from './export-menu'
import { LocalizedText } from './localized-text'
import { PresetChoice } from './preset-choice'
import { StudiedCardBrowser } from './studied-card-browser'
import { browsedNotes } from './browsed-note'

type DeckViewProps = {
  deck: DeckSummary
  notes: DeckNote[]
  presetId: string | null
  presets: { id: string; name: string }[]
  locale: Locale
  isSignedIn: boolean
  hasAccount: boolean
  reports: number | null
  /** The newest first. */
  versions: HistoryEntry[]
  timeZone: string | undefined
  /** What the viewer brought of an unlisted deck's link. */
  link: string | undefined
}

export function DeckView({
  deck,
  notes,
  presetId,
  presets,
  locale,
  isSignedIn,
  hasAccount,
  reports,
  versions,
  timeZone,
  link,
}: DeckViewProps) {
  const text = getText(decksText, locale)
  // Whoever has nothing but the link reads and joins; the rest is for those who are in.
  const isByLink = link !== undefined && !deck.isEnrolled && !deck.canOwn && deck.memberRole === null
  const Browser = isSignedIn && deck.isEnrolled ? StudiedCardBrowser : CardBrowser
  return (
    <>
      <p className="-mt-4 mb-2 text-sm">
        <TextLink href="/decks" isAlone>
          {text.allDecks}
        </TextLink>
      </p>
      <PageHeader
        title={<LocalizedText text={deck.title} locale={locale} />}
        lead={<LocalizedText text={deck.description} locale={locale} />}
        actions={
          <EnrolmentActions
            deckId={deck.id}
            slug={deck.slug}
            isEnrolled={deck.isEnrolled}
            isSignedIn={isSignedIn}
            link={link}
          />
        }
      />
      <div className="mb-12 grid gap-1">
        <DeckFacts deck={deck} locale={locale} />
        <div className="flex flex-wrap items-center gap-x-6">
          {hasAccount ? <AuthorLinks deck={deck} isByLink={isByLink} reports={reports} /> : null}
          {isByLink ? null : <ExportMenu slug={deck.slug} isEnrolled={deck.isEnrolled} />}
        </div>
        {presetId ? <PresetChoice deckId={deck.id} presetId={presetId} presets={presets} /> : null}
      </div>
      <ChangeLog slug={deck.slug} entries={versions} timeZone={timeZone} locale={locale} />
      <Browser notes={browsedNotes(notes)} locales={deck.locales} />
    </>
  )
}
