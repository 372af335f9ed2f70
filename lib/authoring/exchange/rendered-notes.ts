import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { LOCALES, type NoteContent, type NoteDraft } from '@/lib/core/content/content'
import { RENDERING_VERSION } from '@/lib/platform/markdown/rendering-version'
import type { ImageSize } from '@/lib/exchange/image/find-image-size'

const MAX_BYTES = 64 * 1024 * 1024
const KEY_BYTES = 32
const HEAD_BYTES = KEY_BYTES + 4

type Rendered = { content: NoteContent; media: string[] }
type Images = ReadonlyMap<string, ImageSize | null>

/**
 * What the preview rendered to see whether it can be, kept in a file until the import is applied: nothing is rendered
 * twice. Only a cache: what is not found in it, or was made of other words, is rendered anew.
 */
export type RenderedWriter = {
  keep(draft: NoteDraft, images: Images, rendered: Rendered): void
  close(): void
}

export type RenderedReader = {
  find(draft: NoteDraft, images: Images): Rendered | null
  close(): void
}

export function writeRenderedNotes(file: string): RenderedWriter {
  // Whoever still reads the one before goes on reading it.
  rmSync(file, { force: true })
  const descriptor = openSync(file, 'wx', 0o600)
  let size = 0
  return {
    keep(draft, images, rendered) {
      if (size >= MAX_BYTES) return
      const packed = deflateRawSync(JSON.stringify(rendered), { level: 1 })
      const length = Buffer.alloc(4)
      length.writeUInt32BE(packed.length)
      size += writeSync(descriptor, Buffer.concat([keyOf(draft, images), length, packed]))
    },
    close: () => closeSync(descriptor),
  }
}

/** Null where there is none. */
export function readRenderedNotes(file: string): RenderedReader | null {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch {
    return null
  }
  const read = (at: number, length: number) => {
    const bytes = Buffer.alloc(length)
    return readSync(descriptor, bytes, 0, length, at) === length ? bytes : null
  }
  const places = new Map<string, { at: number; length: number }>()
  for (let at = 0; ;) {
    const head = read(at, HEAD_BYTES)
    if (head === null) break
    const length = head.readUInt32BE(KEY_BYTES)
    places.set(head.toString('latin1', 0, KEY_BYTES), { at: at + HEAD_BYTES, length })
    at += HEAD_BYTES + length
  }
  return {
    find(draft, images) {
      const place = places.get(keyOf(draft, images).toString('latin1'))
      const packed = place === undefined ? null : read(place.at, place.length)
      if (packed === null) return null
      // The border: written by `keep` alone, in a folder of the server's own.
      return JSON.parse(inflateRawSync(packed).toString()) as Rendered
    },
    close: () => closeSync(descriptor),
  }
}

/** Of the words and of what they are shown with, whatever order a database gave their names. */
function keyOf({ kind, tags, source, fields, exercise }: NoteDraft, images: Images): Buffer {
  const words = LOCALES.map((locale) => {
    const field = fields[locale]
    return field === undefined ? null : [field.front, field.back, field.answers]
  })
  const shown = [...JSON.stringify([words, exercise]).matchAll(/media:([0-9a-f]{64})/g)].map(([, hash]) => {
    const size = images.get(hash)
    return size ? [size.width, size.height] : size === null
  })
  const named = JSON.stringify([RENDERING_VERSION, kind, tags, source, words, sorted(exercise), shown])
  return createHash('sha256').update(named).digest()
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, of]): [string, unknown] => [name, sorted(of)])
  return entries.sort(([a], [b]) => (a < b ? -1 : 1))
}
