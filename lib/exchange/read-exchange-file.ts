import type { ByteSource } from './byte-source'
import { openApkgPictures, readApkg, type ReadFile } from './apkg/read-apkg'
import type { ReadOptions } from './apkg/read-collection'
import { readDeckFile } from './deck-file/read-deck-file'
import type { Incoming } from './incoming'
import { readDeckJson } from './json/read-deck-json'
import { MAX_TEXT_BYTES } from './limits'
import { readText } from './text/read-text'
import { UnreadableFile } from './unreadable-file'
import type { DeckFileProblem } from './deck-file/deck-file'

/** A deck file's mistakes, each with its line: it is written by hand, and comes whole or not at all. */
export class DeckFileMistakes extends UnreadableFile {
  constructor(readonly problems: DeckFileProblem[]) {
    super('deck-file')
  }
}

/** Any file that we read, told by its bytes; its name is only a name. Throws UnreadableFile. */
export async function readExchangeFile(
  source: ByteSource,
  fileName: string,
  options: ReadOptions,
): Promise<ReadFile> {
  const start = source.read(0, 4)
  const isZip = start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5)
  if (isZip) return readApkg(source, options)
  if (source.size > MAX_TEXT_BYTES) throw new UnreadableFile('text-too-long', String(source.size))
  const text = decode(source.read(0, source.size))
  if (/^\s*\{/.test(text)) return readDeckJson(text)
  if (/^\s*---\s*\n/.test(text)) return { incoming: fromDeckFile(text), readImage: () => null }
  return { incoming: readText(text, fileName, options), readImage: () => null }
}

function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  const text = new TextDecoder(encoding).decode(bytes)
  // Pictures, programs and the like hold what no text does.
  const sample = text.slice(0, 4_000)
  const odd = sample.match(/[\u0000-\u0008\u000E-\u001A\uFFFD]/g)?.length ?? 0
  if (odd > sample.length / 20) throw new UnreadableFile('text-not-text')
  return text.replace(/\r\n?/g, '\n')
}

function fromDeckFile(text: string): Incoming {
  const read = readDeckFile(text)
  if (!read.ok) throw new DeckFileMistakes(read.problems)
  const { key, title, description, notes } = read.deck
  return {
    format: 'deck-file',
    decks: [{ name: title.en ?? title.zh ?? key, key, title, description }],
    notes: notes.map(({ fields, ...note }) => ({ ...note, guid: note.key, deck: 0, text: { fields } })),
    images: [],
    losses: [],
    unreadable: [],
    unreadableCount: 0,
  }
}

/** Only the pictures of a file that was read before: by the names that were told then. */
export function openPictures(source: ByteSource): (name: string) => Uint8Array | null {
  const start = source.read(0, 4)
  if (start[0] === 0x50 && start[1] === 0x4b) return openApkgPictures(source)
  const text = decode(source.read(0, source.size))
  return /^\s*\{/.test(text) ? readDeckJson(text).readImage : () => null
}
