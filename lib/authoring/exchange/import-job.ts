import type { Locale, Localized, NoteDraft } from '@/lib/core/content/content'
import type { FileFormat, IncomingImage, IncomingNote, Loss } from '@/lib/exchange/incoming'
import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { ImportOutcome } from '@/lib/store/import-items'
import type { WorkerProblem } from './exchange-calls'

/** What whoever brings a file chooses before anything is written. */
export type ImportOptions = {
  /** Of fields that do not say their own: those of Anki and of tables. */
  language: Locale
  /** Nested decks: one deck with the path as a tag, or a deck for each. */
  nested: 'tags' | 'decks'
  /** By group: the deck that it comes to, or null for a new one. */
  targets: Record<string, string | null>
  /** Added to every note. */
  tags: string[]
  scheduling: boolean
  /** What becomes of notes that both sides have changed. */
  conflicts: 'mine' | 'file'
  /** Where those stand for which the other was chosen. */
  except: number[]
  /** Notes of the deck that the file does not have are deleted. */
  remove: boolean
  /** New decks are studied from now on. */
  study: boolean
}

/** A deck that the import comes to, there already or to be made. */
export type PlannedDeck = {
  group: string
  deckId: string
  slug: string
  key: string
  isNew: boolean
  title: Localized<string>
  description: Localized<string>
  noteCount: number
  /** Notes there that the file does not have. */
  missingCount: number
}

export type StoredOptions = ImportOptions & { decks: PlannedDeck[] }

export type IncomingDeckView = {
  name: string
  key: string
  noteCount: number
  title?: Localized<string>
  description?: Localized<string>
}

export type ImportSummary = {
  format: FileFormat
  noteCount: number
  imageCount: number
  decks: IncomingDeckView[]
  losses: Loss[]
  unreadableCount: number
  hasScheduling: boolean
  hasOwnLanguages: boolean
  /** What was there when it was applied, or would be. */
  counts: Partial<Record<ImportOutcome, number>>
  removed: number
  /** Of those in conflict, how many may be decided. */
  undecided?: number
  /** A deck that is there takes the order of the file. */
  isReordered?: boolean
  /** Decks whose order it changed, each with the version before. */
  reordered?: { deckId: string; before: number }[]
  /** Cards whose memory came along. */
  histories?: number
  /** Notes that the file did not have, and that were deleted. */
  removedIds?: string[]
  /** What it became, deck by deck, until its notes say themselves at what they are; see finish-import.ts. */
  unsettled?: { deckId: string; version: number }[]
  /** Undone, but for the memories that it brought. */
  isHalfUndone?: true
  /** After an undo: notes that had been changed since, and stay. */
  kept?: number
}

/** What an item holds: the note as it was read, and the words that it comes to here. */
export type ItemContent = { note: IncomingNote | null; words: NoteDraft | null }

export type ImportProblem = WorkerProblem | { code: ImportFailure; detail?: string }

export type ImportFailure =
  | 'upload-gone'
  | 'interrupted'
  | 'deck-changed'
  | 'too-many-decks'
  | 'deck-images-full'
  | 'own-images-full'
  | 'note-problem'
  | 'surprise'

/** Beside an upload: what the preview has rendered of it. */
export const renderedFileOf = (upload: string): string => `${upload}.rendered`

// The border: these columns are written by the rooms of this folder alone.
export function optionsOf(job: ImportJobRow): StoredOptions | null {
  const options = job.options as StoredOptions | null
  // From before each note could be chosen for itself.
  return options && { ...options, except: options.except ?? [] }
}
export const summaryOf = (job: ImportJobRow) => job.summary as ImportSummary | null
export const problemOf = (job: ImportJobRow) => job.problem as ImportProblem | null
export const imagesOf = (job: ImportJobRow) => job.images as IncomingImage[]
export const contentOf = (item: { content: unknown }) => item.content as ItemContent
