import type { Localized } from '@/lib/core/content/content'
import type { Grade } from '@/lib/core/memory/study-event'
import type { ImageType } from './image/find-image-type'
import type { OwnNote } from './own-note'

/** A deck on its way out: what every format writes. */
export type OutgoingDeck = {
  id: string
  key: string
  title: Localized<string>
  description: Localized<string>
}

export type OutgoingNote = OwnNote & {
  id: string
  /** When it last changed for its learners (epoch ms). */
  changedAt?: number
  /** Of an EXERCISE, which has no words of its own: its name and what it is about. */
  stands?: Localized<{ front: string; back: string }>
  cards: OutgoingCard[]
}

export type OutgoingCard = { ord: number; memory: OutgoingMemory | null; answers: OutgoingAnswer[] }

export type OutgoingMemory = {
  state: 'NEW' | 'LEARNING' | 'REVIEW' | 'RELEARNING'
  stability: number | null
  difficulty: number | null
  /** Instants (epoch ms). */
  dueAt: number | null
  lastAt: number | null
  intervalDays: number
  reps: number
  lapses: number
  suspended: boolean
  flag: number
}

export type OutgoingAnswer = {
  at: number
  grade: Grade
  millis: number
  intervalDays: number
  stateBefore: OutgoingMemory['state']
}

export type OutgoingImage = { sha256: string; mime: ImageType }
