import type { ByteSource } from '../byte-source'
import { ImageShelf } from '../image-shelf'
import type { Incoming } from '../incoming'
import { MAX_DATABASE_BYTES } from '../limits'
import { MAX_IMAGE_BYTES } from '../image/find-image-type'
import { Losses } from '../losses'
import { UnreadableFile } from '../unreadable-file'
import { readZip, type Zip } from '../zip/read-zip'
import { inflateZstd, isZstd } from '../zstd/inflate-zstd'
import { openDatabase } from './open-database'
import { readMediaList } from './read-media-list'
import { numberField, readProtobuf } from './read-protobuf'
import { readTypes11 } from './read-types-11'
import { readTypes18 } from './read-types-18'
import { CollectionReader, type ReadOptions } from './read-collection'

export type ReadFile = { incoming: Incoming; readImage: (name: string) => Uint8Array | null }

const TABLES = ['col', 'notes', 'cards', 'revlog', 'notetypes', 'fields', 'templates', 'decks']

/**
 * An Anki package, whichever of its three forms it has (see docs/decisions/2026-11-27-exchange.md): notes, nested
 * decks, tags, pictures, and what each card was remembered by. Throws UnreadableFile for what is none.
 */
export async function readApkg(source: ByteSource, options: ReadOptions): Promise<ReadFile> {
  const zip = readZip(source)
  const losses = new Losses()
  const form = findForm(zip)
  const media = readMediaList(zip, form.format === 'anki21b')
  const images = new ImageShelf(
    (name) => readPicture(zip, media, name),
    losses,
    (name) => media.has(name),
  )
  const database = await openDatabase(readDatabase(zip, form), TABLES)
  try {
    if (!database.has('notes') || !database.has('cards') || !database.has('col'))
      throw new UnreadableFile('database-not-anki', 'notes')
    const isNewest = database.has('notetypes') && database.has('templates') && database.has('decks')
    const { types, decks } = isNewest ? readTypes18(database, losses) : readTypes11(database, losses)
    const reader = new CollectionReader(database, types, decks, images, losses, options)
    const { notes, unreadable, unreadableCount, incomingDecks } = reader.read()
    const unused = [...media.keys()].filter((name) => !images.wasAsked(name))
    for (const name of unused) losses.add('image-unused', name)
    const incoming: Incoming = {
      format: form.format,
      decks: incomingDecks,
      notes,
      images: images.list(),
      losses: losses.list(),
      unreadable,
      unreadableCount,
    }
    return { incoming, readImage: (name) => images.read(name) }
  } finally {
    database.close()
  }
}

/** Its pictures alone, as they may be kept. */
export function openApkgPictures(source: ByteSource): (name: string) => Uint8Array | null {
  const zip = readZip(source)
  const media = readMediaList(zip, findForm(zip).format === 'anki21b')
  const shelf = new ImageShelf(
    (name) => readPicture(zip, media, name),
    new Losses(),
    (name) => media.has(name),
  )
  return (name) => shelf.read(name)
}

type Form = { format: 'anki2' | 'anki21' | 'anki21b'; entry: string }

/** The newest collection that is there is the one: the older ones beside it only say "please update". */
function findForm(zip: Zip): Form {
  const meta = zip.read('meta', 1_000)
  const version = meta === null ? 0 : numberField(readProtobuf(meta) ?? new Map(), 1)
  if (version > 3) throw new UnreadableFile('newer-format', String(version))
  const forms: Form[] = [
    { format: 'anki21b', entry: 'collection.anki21b' },
    { format: 'anki21', entry: 'collection.anki21' },
    { format: 'anki2', entry: 'collection.anki2' },
  ]
  const form = forms.find(({ entry }) => zip.has(entry))
  if (form === undefined) throw new UnreadableFile('no-collection')
  return form
}

function readDatabase(zip: Zip, { entry }: Form): Uint8Array {
  const bytes = zip.read(entry, MAX_DATABASE_BYTES)
  if (bytes === null) throw new UnreadableFile('no-collection')
  return isZstd(bytes) ? inflateZstd(bytes, MAX_DATABASE_BYTES, entry) : bytes
}

function readPicture(zip: Zip, media: Map<string, string>, name: string): Uint8Array | null | 'too-large' {
  const entry = media.get(name)
  if (entry === undefined) return null
  try {
    const bytes = zip.read(entry, MAX_IMAGE_BYTES + 64 * 1024)
    if (bytes === null) return null
    return isZstd(bytes) ? inflateZstd(bytes, MAX_IMAGE_BYTES + 1, name) : bytes
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code === 'zip-entry-too-large' ? 'too-large' : null
    throw error
  }
}
