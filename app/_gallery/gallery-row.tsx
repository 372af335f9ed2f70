import Link from 'next/link'
import type { GalleryDeck } from '@/lib/authoring/gallery/list-gallery'
import type { Locale } from '@/lib/core/content/content'
import { formatDate } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { LocalizedText } from '../_decks/localized-text'
import { galleryText } from '../_text/gallery'

/** A deck in the gallery; the whole row is its link. */
export function GalleryRow({ deck, locale }: { deck: GalleryDeck; locale: Locale }) {
  const text = getText(galleryText, locale)
  return (
    <li className="border-hairline group relative grid gap-1.5 border-t py-6">
      <h2 className="text-xl break-words">
        <Link
          href={`/decks/${deck.slug}`}
          className="group-hover:text-accent after:absolute after:inset-0 after:content-['']"
        >
          <LocalizedText text={deck.title} locale={locale} />
        </Link>
      </h2>
      <p className="text-soft line-clamp-3 max-w-measure break-words">
        <LocalizedText text={deck.description} locale={locale} />
      </p>
      <p className="text-soft text-sm">
        {deck.isEnrolled ? <span className="text-good">{text.studied} · </span> : null}
        {text.cards(deck.cards)}
        {' · '}
        {deck.locales.map((of, index) => (
          <span key={of}>
            {index > 0 ? ' + ' : null}
            <span lang={languageTag(of)}>{text.languages[of]}</span>
          </span>
        ))}
        {deck.learners === null ? null : ` · ${text.learners(deck.learners)}`}
        {' · '}
        {text.updated(formatDate(locale, deck.updatedAt, 'UTC'))}
      </p>
    </li>
  )
}
