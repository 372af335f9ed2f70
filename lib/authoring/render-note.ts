import type { ExerciseProblem } from '@/lib/core/authored-exercises/exercise-problem'
import { cardsOfNote } from '@/lib/core/content/cards-of-note'
import {
  LOCALES,
  type Locale,
  type NoteContent,
  type NoteDraft,
  type NoteSource,
  type RenderedCard,
  type RenderedSide,
} from '@/lib/core/content/content'
import {
  renderMarkdown,
  type MarkdownOptions,
  type MarkdownProblem,
} from '@/lib/platform/markdown/render-markdown'
import { renderExerciseNote } from './render-exercise-note'

export type RenderingProblem = MarkdownProblem & { locale: Locale; part: 'front' | 'back' | 'answer' }

export type RenderedNote = {
  content: NoteContent
  /** Hashes of the images shown. */
  media: string[]
  problems: RenderingProblem[]
  /** What keeps an author's own exercise from being published. */
  exerciseProblems: ExerciseProblem[]
}

/**
 * A note as it is stored: its source and every side of every card, rendered once, here, when it is saved. Learners'
 * browsers are sent HTML and never a renderer.
 */
export function renderNote(
  note: NoteDraft,
  imageSizes: MarkdownOptions['imageSizes'],
  /** One card alone: an editor's preview shows one at a time. */
  onlyOrd?: number,
): RenderedNote {
  const problems = new Map<string, RenderingProblem>()
  const media = new Set<string>()
  const shared = new Map<string, string>()

  const render = (
    source: string,
    locale: Locale,
    part: RenderingProblem['part'],
    cloze: { number: number; side: 'front' | 'back' } | null,
  ): string => {
    const rendered = renderMarkdown(source, { locale, cloze, imageSizes })
    for (const problem of rendered.problems) {
      const place = `${locale} ${part} ${problem.line}:${problem.column} ${problem.code}`
      if (!problems.has(place)) problems.set(place, { ...problem, locale, part })
    }
    for (const hash of rendered.media) media.add(hash)
    return rendered.html
  }

  /** Shown alike on each of its cards, and so rendered once. */
  const plain = (source: string, locale: Locale, part: 'front' | 'back'): string => {
    const name = `${locale} ${part}`
    const known = shared.get(name)
    if (known !== undefined) return known
    const html = render(source, locale, part, null)
    shared.set(name, html)
    return html
  }

  const sidesOf = (field: NoteSource, locale: Locale, ord: number): RenderedSide => {
    if (note.kind === 'CLOZE') {
      const number = ord + 1
      return {
        front: render(field.front, locale, 'front', { number, side: 'front' }),
        back:
          render(field.front, locale, 'front', { number, side: 'back' }) +
          aside(plain(field.back, locale, 'back')),
      }
    }
    const front = plain(field.front, locale, 'front')
    const back = plain(field.back, locale, 'back')
    if (note.kind === 'REVERSED' && ord === 1) return { front: back, back: front }
    if (note.kind !== 'TYPED') return { front, back }
    return { front, back: render(field.answers?.[0] ?? '', locale, 'answer', null) + aside(back) }
  }

  const exerciseCard = note.kind === 'EXERCISE' ? renderExerciseNote(note.exercise, imageSizes) : null
  for (const hash of exerciseCard?.media ?? []) media.add(hash)
  const { ords } = cardsOfNote(note.kind, note.fields)
  const rendered = onlyOrd === undefined ? ords : ords.filter((ord) => ord === onlyOrd)
  const cards = rendered.map((ord): RenderedCard => {
    // What an exercise is called, unless its note says it better.
    const card: RenderedCard = { ord, sides: { ...exerciseCard?.cards[0].sides } }
    for (const locale of LOCALES) {
      const field = note.fields[locale]
      // An exercise of its author's own has texts of its own; those of another kind may lie in the draft still.
      if (!field || exerciseCard?.texts !== undefined) continue
      card.sides[locale] = sidesOf(field, locale, ord)
      if (note.kind === 'TYPED') card.answers = { ...card.answers, [locale]: field.answers ?? [] }
    }
    return card
  })

  const { kind, tags, source, fields, exercise } = note
  const content: NoteContent = {
    kind,
    tags,
    ...(source === undefined ? {} : { source }),
    fields,
    ...(exercise === undefined ? {} : { exercise }),
    ...(exerciseCard === null ? {} : { formulas: exerciseCard.formulas }),
    ...(exerciseCard?.texts === undefined ? {} : { texts: exerciseCard.texts }),
    cards,
  }
  return {
    content,
    media: [...media],
    problems: [...problems.values()],
    exerciseProblems: exerciseCard?.problems ?? [],
  }
}

const aside = (html: string) => (html === '' ? '' : `<div class="card-remark">${html}</div>`)
