import type { ExerciseTexts } from '../authored-exercises/exercise-texts'
import type { Locale, Localized, NoteKind, RenderedSide } from '../content/content'
import type { StudyEvent } from '../memory/study-event'
import type { SchedulerSettings, StudyCalendar } from '../schedule/scheduler-settings'

/** Study days, today among them, whose answers can be taken back: every card touched in them is in the pack. */
export const UNDO_DAYS = 2

/**
 * The learner's slice of the house that a browser keeps: everything that today and the next two study days can ask
 * for, with the whole log of each card. Whoever holds a pack and the events that still wait can fold every memory
 * and build every queue with the same functions as the server: reviewing needs no network.
 */
export type StudyPack = {
  learner: StudyCalendar & { id: string; locale: Locale; guest: boolean; swipes: boolean }
  /** The server's clock when the pack was made (epoch ms). */
  servedAt: number
  /** The study day at servedAt. */
  studyDay: number
  decks: PackDeck[]
  presets: PackPreset[]
  /** Every revision that a preset or a logged event of this pack names. */
  revisions: Record<string, SchedulerSettings>
  cards: PackCard[]
  /** By card id, in no particular order; absent for a card never touched. */
  logs: Record<string, StudyEvent[]>
  /** Consecutive study days with an answer, up to and including today or yesterday. */
  streakDays: number
  /** What the learner's classes ask. Absent in a pack that a browser kept from before there were classes. */
  tasks?: PackTask[]
}

/** What a class asks of the learner. Instants are epoch ms. */
export type PackTask = {
  /** Of the assignment. */
  id: string
  classId: string
  className: string
  startsAt: number | null
  dueAt: number | null
} & (
  | {
      kind: 'deck'
      deck: { id: string; slug: string; title: Localized<string> }
      examAt: number | null
      /** Cards of the deck, and those of them that were answered since the learner joined. */
      cards: number
      met: number
    }
  | {
      kind: 'quiz'
      title: string
      /** How often it may be taken; null: as often as one likes. */
      attempts: number | null
      /** How often it was begun, and how often finished. */
      begun: number
      finished: number
    }
)

export type PackDeck = {
  id: string
  slug: string
  title: Localized<string>
  presetId: string
  /** The learner is one of its authors. Absent in a pack that a browser kept from before this was told. */
  canEdit?: boolean
}

export type PackPreset = {
  id: string
  newPerDay: number
  reviewsPerDay: number
  reviewOrder: 'retrievability' | 'dueDay'
  leechThreshold: number
  burySiblings: boolean
  revisionId: string
}

export type PackCard = {
  id: string
  noteId: string
  deckId: string
  kind: NoteKind
  ord: number
  /** New cards come in this order within their deck: note position, then ord. */
  position: number
  noteRevision: number
  tags: string[]
  sides: Localized<RenderedSide>
  answers?: Localized<string[]>
  exercise?: unknown
  /** EXERCISE: KaTeX HTML of its fixed formulas, by TeX: the drawn numbers are plain HTML. */
  formulas?: Record<string, string>
  /** EXERCISE of an author's own: its texts, with holes for the numbers that are drawn. */
  texts?: ExerciseTexts
  /** Hashes of the images its sides show, to be stored ahead. */
  media: string[]
  /** The author asked it again: due now for all who know it. Epoch ms. */
  askAgainAt: number | null
}
