import type { NoteKind } from '@/lib/core/content/content'

/** One change to each of several notes; every one of them has an opposite among them. */
export type NoteOperation = { ids: string[] } & NoteAction

export type NoteAction =
  | { do: 'add-tags'; tags: string[] }
  | { do: 'remove-tags'; tags: string[] }
  | { do: 'set-kind'; kind: NoteKind }
  | { do: 'delete' }
  | { do: 'restore' }
  /** In the order of `ids`, after this note; null: to the beginning. */
  | { do: 'move'; after: string | null }
