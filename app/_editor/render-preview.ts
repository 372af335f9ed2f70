import { checkNote, type NoteProblem } from '@/lib/authoring/check-note'
import { cardProblems } from '@/lib/authoring/drafts/card-problems'
import { describeNoteProblem } from '@/lib/authoring/note-problem-text'
import { cardsOfNote } from '@/lib/core/content/cards-of-note'
import {
  LOCALES,
  type Locale,
  type Localized,
  type NoteDraft,
  type RenderedSide,
} from '@/lib/core/content/content'
import { publishableWords } from '@/lib/core/content/draft-of-note'
import { renderMarkdown } from '@/lib/platform/markdown/render-markdown'
import type { ImageSize } from '@/lib/exchange/image/find-image-size'

export type PreviewProblem = NoteProblem & { message: string }

export type Preview = { ords: number[]; sides: Localized<RenderedSide>; problems: PreviewProblem[] }

type Rendered = { sides: Localized<RenderedSide>; problems: NoteProblem[] }

/** The last rendering in each language: only the one that is being written in is rendered at a key. */
const last = new Map<string, { key: string; rendered: Rendered }>()

/**
 * One card of a draft as it will be published, by the renderer that publishes it, here in the browser. This file and
 * what it imports come after the editor's page, in a part of their own.
 */
export function renderPreview(
  draft: NoteDraft,
  ord: number,
  sizes: ReadonlyMap<string, ImageSize>,
  reader: Locale,
): Preview {
  const words = publishableWords(draft)
  const { ords } = cardsOfNote(words.kind, words.fields)
  const shown = ords.includes(ord) ? ord : null
  const parts =
    words.kind === 'EXERCISE'
      ? [remembered('exercise', words, 0, sizes)]
      : LOCALES.filter((locale) => words.fields[locale]).map((locale) => {
          const own = { ...words, fields: { [locale]: words.fields[locale] } }
          // The other language may hide something already.
          const hasCard = shown !== null && cardsOfNote(own.kind, own.fields).ords.includes(shown)
          return hasCard ? remembered(locale, own, shown, sizes) : plainly(own, locale)
        })
  const problems = [...cardProblems(words), ...parts.flatMap((part) => part.problems)]
  return {
    ords,
    sides: Object.assign({}, ...parts.map((part) => part.sides)),
    problems: problems.map((problem) => ({ ...problem, message: describeNoteProblem(problem, reader) })),
  }
}

function remembered(
  name: string,
  words: NoteDraft,
  ord: number,
  sizes: ReadonlyMap<string, ImageSize>,
): Rendered {
  const { kind, fields, exercise } = words
  const text = JSON.stringify([kind, fields, exercise ?? null])
  const key = `${ord} ${sizes.size} ${text}`
  const known = last.get(name)
  if (known?.key === key) return known.rendered
  // Whether a picture is there the server knows; it is looked for here only to keep its place free.
  const images = new Map((text.match(/[0-9a-f]{64}/g) ?? []).map((hash) => [hash, sizes.get(hash) ?? null]))
  const { content, problems } = checkNote(words, images, ord)
  const rendered = { sides: content.cards[0]?.sides ?? {}, problems }
  last.set(name, { key, rendered })
  return rendered
}

/** Where a cloze note hides nothing yet, or not this number, there is no card: its text is shown as it stands. */
function plainly({ fields }: NoteDraft, locale: Locale): Rendered {
  const field = fields[locale]
  const front = renderMarkdown(field?.front ?? '', { locale })
  const back = renderMarkdown(field?.back ?? '', { locale, cloze: null })
  const problems = [
    ...front.problems.map((problem) => ({ ...problem, locale, part: 'front' as const })),
    ...back.problems.map((problem) => ({ ...problem, locale, part: 'back' as const })),
  ]
  return { sides: { [locale]: { front: front.html, back: back.html } }, problems }
}
