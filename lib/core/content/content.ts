import type { ExerciseTexts } from '../authored-exercises/exercise-texts'

/** Content is deck > note > card, in one language or both: one memory, two languages (DESIGN.md §3). */
export const LOCALES = ['zh', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export type Localized<T> = Partial<Record<Locale, T>>

export type NoteKind = 'BASIC' | 'REVERSED' | 'CLOZE' | 'TYPED' | 'EXERCISE'

/** As written, in Markdown with $…$ and $$…$$. */
export type NoteSource = {
  /** BASIC, REVERSED, TYPED: question. CLOZE: the text with {{c1::…::hint}}. */
  front: string
  /** BASIC, REVERSED: answer. CLOZE, TYPED: a remark shown with the answer; may be empty. */
  back: string
  /** TYPED: accepted answers, the first of which is shown. */
  answers?: string[]
}

/** One side of one card, rendered when the content is saved: safe HTML with KaTeX's HTML and MathML. */
export type RenderedSide = {
  front: string
  /**
   * BASIC, REVERSED: shown below the front. TYPED: below the front and what was typed; begins with the first accepted
   * answer. CLOZE: shown in place of the front, since it is the same text with the answer filled in and marked.
   */
  back: string
}

/** What a learner's browser gets of one card. */
export type RenderedCard = { ord: number; sides: Localized<RenderedSide>; answers?: Localized<string[]> }

/** What is stored as a note's published state, and as each of its revisions. */
export type NoteContent = {
  kind: NoteKind
  tags: string[]
  /** Where the note comes from, in its author's words. */
  source?: string
  fields: Localized<NoteSource>
  /** EXERCISE: which exercise with which parameters; the exercise rooms read it. */
  exercise?: unknown
  /** EXERCISE: KaTeX HTML of its fixed formulas, by TeX. */
  formulas?: Record<string, string>
  /** EXERCISE of an author's own: its texts, rendered, with holes for the numbers that are drawn. */
  texts?: ExerciseTexts
  cards: RenderedCard[]
}

/** What an author writes: the words alone, finished or not. Its cards are rendered when it is published. */
export type NoteDraft = Omit<NoteContent, 'cards' | 'formulas' | 'texts'>
