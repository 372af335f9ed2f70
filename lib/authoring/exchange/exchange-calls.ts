import type { Locale, NoteDraft } from '@/lib/core/content/content'
import type { ApkgSettings } from '@/lib/exchange/apkg/write-apkg'
import type { DeckFileProblem } from '@/lib/exchange/deck-file/deck-file'
import type { ImageSize } from '@/lib/exchange/image/find-image-size'
import type { Incoming, IncomingImage, IncomingNote } from '@/lib/exchange/incoming'
import type { OutgoingDeck, OutgoingImage, OutgoingNote } from '@/lib/exchange/outgoing'
import type { FileProblemCode } from '@/lib/exchange/unreadable-file'
import type { NoteProblem } from '../check-note'

/** What the worker can be asked for, in the order of a job: each call with what it takes and gives. */
export type ExchangeCalls = {
  /** Reads a whole file; its notes are then fetched in parts. */
  open: { takes: { file: string; name: string }; gives: OpenedFile }
  notes: { takes: { from: number; count: number }; gives: IncomingNote[] }
  /** Only the pictures of a file that was read before. */
  openPictures: { takes: { file: string }; gives: null }
  picture: { takes: { name: string }; gives: Uint8Array<ArrayBuffer> | null }
  render: {
    takes: { notes: NoteDraft[]; images: [string, ImageSize | null][]; isOnlyChecked: boolean }
    gives: RenderedPart[]
  }
  /** What is rendered from now on is kept in this file, to be found by `findRendered` when it is asked for again. */
  keepRendered: { takes: { file: string }; gives: null }
  findRendered: { takes: { file: string }; gives: null }
  startPackage: {
    takes: { file: string; deck: OutgoingDeck; images: OutgoingImage[]; settings: ApkgSettings }
    gives: null
  }
  packNotes: { takes: { notes: OutgoingNote[] }; gives: null }
  packImage: { takes: { sha256: string; bytes: Uint8Array<ArrayBuffer> }; gives: null }
  endPackage: { takes: null; gives: null }
}

export type OpenedFile = Omit<Incoming, 'notes'> & { noteCount: number; images: IncomingImage[] }

export type RenderedPart = {
  /** A NoteContent as the database takes it, which nobody reads on the way; null where only problems were asked for. */
  content: string | null
  ords: number[]
  locales: Locale[]
  media: string[]
  problems: NoteProblem[]
}

export type WorkerProblem = {
  code: FileProblemCode | 'took-too-long' | 'too-much-memory' | 'stopped'
  detail?: string
  /** Of a deck file, each with its line. */
  lines?: DeckFileProblem[]
}

export type CallName = keyof ExchangeCalls

export type WorkerRequest = { id: number; name: CallName; given: unknown }

export type WorkerReply =
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; problem: WorkerProblem }
  | { id: null; done: number; total: number }
