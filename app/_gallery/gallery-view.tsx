import type { z } from 'zod'
import type { galleryQuery } from '@/lib/authoring/gallery/gallery-schemas'
import type { Gallery } from '@/lib/authoring/gallery/list-gallery'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { galleryText } from '../_text/gallery'
import { ButtonLink } from '../_ui/button-link'
import { EmptyState } from '../_ui/empty-state'
import { PageHeader } from '../_ui/page-header'
import { TextLink } from '../_ui/text-link'
import { GalleryForm } from './gallery-form'
import { GalleryRow } from './gallery-row'

export type GalleryQuery = z.output<typeof galleryQuery>

export function GalleryView({
  gallery,
  query,
  locale,
}: {
  gallery: Gallery
  query: GalleryQuery
  locale: Locale
}) {
  const text = getText(galleryText, locale)
  const { decks, count, page, pages } = gallery
  const isNarrowed = query.search !== '' || query.language !== undefined || query.minCards !== undefined
  return (
    <>
      <p className="-mt-4 mb-2 text-sm">
        <TextLink href="/decks" isAlone>
          {text.back}
        </TextLink>
      </p>
      <PageHeader title={text.title} lead={text.lead} />
      {count > 0 || isNarrowed ? <GalleryForm query={query} locale={locale} /> : null}
      {count > 0 ? (
        <>
          <p className="text-soft mt-8 mb-2 text-sm">{text.found(count)}</p>
          <ul className="border-hairline border-b">
            {decks.map((deck) => (
              <GalleryRow key={deck.slug} deck={deck} locale={locale} />
            ))}
          </ul>
          {pages > 1 ? (
            <nav aria-label={text.pages} className="mt-6 flex flex-wrap items-center gap-4">
              {page > 1 ? <ButtonLink href={hrefOf(query, page - 1)}>{text.before}</ButtonLink> : null}
              <p className="text-soft text-sm">{text.page(page, pages)}</p>
              {page < pages ? <ButtonLink href={hrefOf(query, page + 1)}>{text.after}</ButtonLink> : null}
            </nav>
          ) : null}
        </>
      ) : isNarrowed ? (
        <div className="mt-8">
          <EmptyState title={text.nothing} action={<ButtonLink href="/gallery">{text.all}</ButtonLink>}>
            {text.nothingHint}
          </EmptyState>
        </div>
      ) : (
        <EmptyState title={text.empty}>{text.emptyHint}</EmptyState>
      )}
    </>
  )
}

function hrefOf({ search, language, minCards, order }: GalleryQuery, page: number) {
  const query = {
    ...(search !== '' && { search }),
    ...(language !== undefined && { language }),
    ...(minCards !== undefined && { minCards: String(minCards) }),
    ...(order !== 'learners' && { order }),
    ...(page > 1 && { page: String(page) }),
  }
  return { pathname: '/gallery' as const, query }
}
