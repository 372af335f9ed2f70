import { Inflate } from 'fflate'
import type { ByteSource } from '../byte-source'
import { MAX_ENTRIES, MAX_NAME_BYTES } from '../limits'
import { UnreadableFile } from '../unreadable-file'

export type ZipEntry = { name: string; size: number; compressedSize: number; method: number; at: number }

export type Zip = {
  names(): string[]
  has(name: string): boolean
  /** The entry's bytes, or null where there is none. Never inflates more than `maxBytes`, whatever its head says. */
  read(name: string, maxBytes: number): Uint8Array | null
}

const END = 0x06054b50
const END_64_LOCATOR = 0x07064b50
const END_64 = 0x06064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const MAX_COMMENT = 65_535

/**
 * The directory of a zip (PKWARE APPNOTE 6.3.10 §4.3, §4.5.3), read by us and not by a library, so that every number
 * in it is checked before anything is allocated by it. Nothing is ever written under a name from here: names are
 * looked up as they stand, so one that climbs out of its folder is only a name that nobody asks for.
 */
export function readZip(source: ByteSource): Zip {
  const { at, size, count } = findDirectory(source)
  if (count > MAX_ENTRIES) throw new UnreadableFile('zip-too-many-entries', String(count))
  const directory = view(source, at, size)
  const entries = new Map<string, ZipEntry>()
  const decoder = new TextDecoder()
  let position = 0
  for (let i = 0; i < count; i++) {
    if (position + 46 > directory.byteLength || directory.getUint32(position, true) !== CENTRAL)
      throw damaged('directory')
    const flags = directory.getUint16(position + 8, true)
    const nameLength = directory.getUint16(position + 28, true)
    const extraLength = directory.getUint16(position + 30, true)
    const commentLength = directory.getUint16(position + 32, true)
    const end = position + 46 + nameLength + extraLength + commentLength
    if (end > directory.byteLength) throw damaged('directory')
    if (flags & 1) throw new UnreadableFile('zip-encrypted')
    if (nameLength <= MAX_NAME_BYTES) {
      const name = decoder.decode(bytesOf(directory, position + 46, nameLength))
      const entry = entryAt(
        directory,
        position,
        name,
        bytesOf(directory, position + 46 + nameLength, extraLength),
      )
      // Of two entries with one name the first stands, so that nobody can show one and mean another.
      if (!entries.has(name)) entries.set(name, entry)
    }
    position = end
  }
  return {
    names: () => [...entries.keys()],
    has: (name) => entries.has(name),
    read(name, maxBytes) {
      const entry = entries.get(name)
      return entry === undefined ? null : readEntry(source, entry, maxBytes)
    },
  }
}

function findDirectory(source: ByteSource): { at: number; size: number; count: number } {
  const tailLength = Math.min(source.size, 22 + MAX_COMMENT)
  const tailAt = source.size - tailLength
  const tail = view(source, tailAt, tailLength)
  for (let i = tailLength - 22; i >= 0; i--) {
    if (tail.getUint32(i, true) !== END) continue
    if (i + 22 + tail.getUint16(i + 20, true) > tailLength) continue
    const count = tail.getUint16(i + 10, true)
    const size = tail.getUint32(i + 12, true)
    const at = tail.getUint32(i + 16, true)
    const is64 = count === 0xffff || size === 0xffffffff || at === 0xffffffff
    const found = is64 ? findDirectory64(source, tailAt + i) : { at, size, count }
    if (found.at + found.size > source.size || found.count * 46 > found.size) throw damaged('directory')
    return found
  }
  throw damaged('end')
}

function findDirectory64(source: ByteSource, endAt: number): { at: number; size: number; count: number } {
  if (endAt < 20) throw damaged('zip64')
  const locator = view(source, endAt - 20, 20)
  if (locator.byteLength < 20 || locator.getUint32(0, true) !== END_64_LOCATOR) throw damaged('zip64')
  const at = number64(locator, 8)
  if (at + 56 > source.size) throw damaged('zip64')
  const end = view(source, at, 56)
  if (end.getUint32(0, true) !== END_64) throw damaged('zip64')
  return { count: number64(end, 32), size: number64(end, 40), at: number64(end, 48) }
}

function entryAt(directory: DataView, at: number, name: string, extra: Uint8Array): ZipEntry {
  const entry = {
    name,
    method: directory.getUint16(at + 10, true),
    compressedSize: directory.getUint32(at + 20, true),
    size: directory.getUint32(at + 24, true),
    at: directory.getUint32(at + 42, true),
  }
  // §4.5.3: the fields that are full stand in the extra field, in this order.
  const fields = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  for (let i = 0; i + 4 <= extra.length; i += 4 + fields.getUint16(i + 2, true)) {
    if (fields.getUint16(i, true) !== 1) continue
    const end = Math.min(extra.length, i + 4 + fields.getUint16(i + 2, true))
    let from = i + 4
    const next = (now: number) => {
      if (now !== 0xffffffff || from + 8 > end) return now
      from += 8
      return number64(fields, from - 8)
    }
    entry.size = next(entry.size)
    entry.compressedSize = next(entry.compressedSize)
    entry.at = next(entry.at)
    break
  }
  return entry
}

function readEntry(source: ByteSource, entry: ZipEntry, maxBytes: number): Uint8Array {
  const { name, method } = entry
  if (entry.size > maxBytes) throw new UnreadableFile('zip-entry-too-large', name)
  const head = view(source, entry.at, 30)
  if (head.byteLength < 30 || head.getUint32(0, true) !== LOCAL) throw damaged(name)
  const from = entry.at + 30 + head.getUint16(26, true) + head.getUint16(28, true)
  if (from + entry.compressedSize > source.size) throw damaged(name)
  if (method === 0) {
    if (entry.compressedSize > maxBytes) throw new UnreadableFile('zip-entry-too-large', name)
    return source.read(from, entry.compressedSize)
  }
  if (method !== 8) throw damaged(name)
  return inflate(source, from, entry, maxBytes)
}

const CHUNK = 256 * 1024

function inflate(source: ByteSource, from: number, entry: ZipEntry, maxBytes: number): Uint8Array {
  const chunks: Uint8Array[] = []
  let length = 0
  const inflater = new Inflate((chunk) => {
    length += chunk.length
    if (length > maxBytes) throw new UnreadableFile('zip-entry-too-large', entry.name)
    chunks.push(chunk)
  })
  try {
    for (let done = 0; done < entry.compressedSize; done += CHUNK) {
      const size = Math.min(CHUNK, entry.compressedSize - done)
      // A copy: the inflater keeps what it is given.
      inflater.push(source.read(from + done, size).slice(), done + size === entry.compressedSize)
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : damaged(entry.name)
  }
  return concatenated(chunks, length)
}

function concatenated(chunks: Uint8Array[], length: number): Uint8Array {
  if (chunks.length === 1) return chunks[0]
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

function view(source: ByteSource, at: number, length: number): DataView {
  const bytes = source.read(at, length)
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const bytesOf = (data: DataView, at: number, length: number) =>
  new Uint8Array(data.buffer, data.byteOffset + at, length)

const number64 = (data: DataView, at: number): number =>
  data.getUint32(at, true) + data.getUint32(at + 4, true) * 2 ** 32

const damaged = (where: string) => new UnreadableFile('zip-damaged', where)
