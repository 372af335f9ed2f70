/** Why a file is refused whole. Each has a sentence in lib/authoring/exchange/import-text. */
export type FileProblemCode =
  | 'zip-damaged'
  | 'zip-too-many-entries'
  | 'zip-entry-too-large'
  | 'zip-encrypted'
  | 'zstd-damaged'
  | 'no-collection'
  | 'newer-format'
  | 'database-damaged'
  | 'database-not-anki'
  | 'no-notes'
  | 'too-many-notes'
  | 'text-too-long'
  | 'text-not-text'
  | 'json-damaged'
  | 'json-not-ours'
  | 'deck-file'

/** Thrown by the readers and caught at the one border, read-exchange-file: a file is whoever sent it's to make up. */
export class UnreadableFile extends Error {
  constructor(
    readonly code: FileProblemCode,
    readonly detail?: string,
  ) {
    super(detail === undefined ? code : `${code}: ${detail}`)
  }
}
