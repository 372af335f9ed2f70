import type { OpenDraftDeck } from '@/lib/authoring/drafts/open-draft-deck'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { LocalizedText } from '../_decks/localized-text'
import { editorText } from '../_text/editor'
import { TextLink } from '../_ui/text-link'
import { EditorApp } from './editor-app'

export function EditorView({
  deck,
  userId,
  locale,
}: {
  deck: OpenDraftDeck
  userId: string
  locale: Locale
}) {
  const text = getText(editorText, locale)
  const { slug, title, locales, canEdit } = deck
  return (
    <>
      <header className="-mt-6 mb-4 flex flex-wrap items-baseline gap-x-6">
        <h1 className="me-auto text-xl">
          <LocalizedText text={title} locale={locale} />
        </h1>
        <p className="flex flex-wrap gap-x-6 text-sm">
          <TextLink href={`/decks/${slug}`} isAlone>
            {text.backToDeck}
          </TextLink>
          {canEdit ? (
            <TextLink href={`/decks/${slug}/from-notes`} isAlone>
              {text.fromNotes}
            </TextLink>
          ) : null}
          {canEdit ? (
            <TextLink href={`/decks/${slug}/publish`} isAlone>
              {text.publish}
            </TextLink>
          ) : null}
        </p>
      </header>
      <EditorApp
        userId={userId}
        slug={slug}
        locales={locales.length > 0 ? locales : [locale]}
        canEdit={canEdit}
      />
    </>
  )
}
