import type { Localized, NoteKind, NoteSource } from '@/lib/core/content/content'
import type { Grade } from '@/lib/core/memory/study-event'
import type { ImageSize } from './image/find-image-size'
import type { ImageType } from './image/find-image-type'

/** What any file becomes once it is read: plain objects, the same for every format. */
export type Incoming = {
  format: FileFormat
  decks: IncomingDeck[]
  notes: IncomingNote[]
  /** Those that notes show, by hash. Their bytes stay in the file until they are asked for. */
  images: IncomingImage[]
  /** What the file has and a deck here cannot carry, counted. */
  losses: Loss[]
  /** Notes that cannot be brought, each with its reason. */
  unreadable: UnreadableNote[]
  unreadableCount: number
}

export type FileFormat = 'anki2' | 'anki21' | 'anki21b' | 'text' | 'deck-file' | 'json'

export type IncomingDeck = {
  /** As the file names it; parts of nested decks are joined by `::`. */
  name: string
  key: string
  /** Of our own formats, which know their languages. */
  title?: Localized<string>
  description?: Localized<string>
}

export type IncomingNote = {
  /** Stable in the file: by it the same note is known again. */
  guid: string
  key: string
  /** Index into `decks`. */
  deck: number
  kind: NoteKind
  tags: string[]
  source?: string
  /** In its own languages, or in the one that the reader of the preview names. */
  text: { fields: Localized<NoteSource> } | { field: NoteSource }
  exercise?: unknown
  histories?: CardHistory[]
}

export type CardHistory = {
  ord: number
  answers: { at: number; grade: Grade; millis: number }[]
  /** Null for a card that is new or within its first steps: its answers say all there is. */
  memory: CarriedMemory | null
  suspended: boolean
  /** 0 to 4. */
  flag: number
}

export type CarriedMemory = {
  /** Days; null where the other program kept only an interval and an ease. */
  stability: number | null
  difficulty: number | null
  intervalDays: number
  /** SM-2's factor, such as 2.5; 0 where unknown. */
  ease: number
  /** An instant (epoch ms) on the day on which it is due. */
  dueAt: number
  reps: number
  lapses: number
  lastAt: number | null
}

export type IncomingImage = {
  sha256: string
  /** Of the bytes as the file has them, which our own formats name a picture by. */
  givenHash: string
  mime: ImageType
  size: ImageSize
  bytes: number
  /** What `readImage` is asked for. */
  name: string
}

export type LossCode =
  | 'template-script'
  | 'template-style'
  | 'field-script'
  | 'sound'
  | 'speech'
  | 'video'
  | 'embedded'
  | 'drawing'
  | 'formatting'
  | 'image-missing'
  | 'image-type'
  | 'image-too-large'
  | 'image-elsewhere'
  | 'image-unused'
  | 'image-alt'
  | 'link'
  | 'formula'
  | 'template-filter'
  | 'latex-header'
  | 'filtered-deck'
  | 'flag'
  | 'tag-changed'
  | 'columns'
  | 'note-split'
  | 'decks-several'
  | 'cards-many'
  | 'answers-crammed'
  | 'answers-many'

export type Loss = { code: LossCode; count: number; examples: string[] }

export type UnreadableNote = {
  /** Its first words, its key, or its line. */
  name: string
  code: NoteProblemCode
  detail?: string
}

export type NoteProblemCode =
  | 'note-too-long'
  | 'note-too-deep'
  | 'note-empty'
  | 'note-without-back'
  | 'note-without-cloze'
  | 'note-without-answer'
  | 'note-type-missing'
  | 'note-fields'
  | 'image-occlusion'
  | 'cloze-number'
  | 'row-quotes'
  | 'row-columns'
  | 'note-twice'
