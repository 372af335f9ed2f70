import { createReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { randomBytes } from 'node:crypto'
import type { Actor } from '@/lib/core/access/actor'
import type { Locale } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import { studyDayAt, studyDayStartsAt } from '@/lib/core/schedule/study-day'
import type { ApkgSettings } from '@/lib/exchange/apkg/write-apkg'
import { findImageType, type ImageType } from '@/lib/exchange/image/find-image-type'
import { writeDeckJson } from '@/lib/exchange/json/deck-json'
import type { OutgoingDeck, OutgoingImage, OutgoingNote } from '@/lib/exchange/outgoing'
import { writeText } from '@/lib/exchange/text/write-text'
import { getEnvironment } from '@/lib/platform/env'
import type { Store } from '@/lib/store/store'
import { findReadableDeck } from '../deck-subject'
import type { ExportProgress } from './export-progress'
import { openExchangeWorker } from './open-exchange-worker'
import { findScheduling, outgoingNotes } from './outgoing-notes'

export type ExportFormat = 'apkg' | 'csv' | 'json'

export type ExportInput = {
  slug: string
  link?: string | undefined
  format: ExportFormat
  /** The reader's own memories go along, in a package. */
  scheduling: boolean
  locale: Locale
  calendar: StudyCalendar | null
  onProgress?: ExportProgress
}

export type ExportedFile = { name: string; type: string; body: string | ReadableStream; size?: number }

const TYPES: Record<ExportFormat, string> = {
  apkg: 'application/octet-stream',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

const MAX_JSON_IMAGE_BYTES = 64 * 1024 * 1024

/** A deck, as published, as a file for another program. */
export async function exportAs(
  store: Store,
  actor: Actor,
  { slug, link, format, scheduling, locale, calendar, onProgress = () => undefined }: ExportInput,
  now: number,
): Promise<Result<ExportedFile>> {
  const found = await findReadableDeck(store, actor, slug, link)
  if (!found) return fail('not-found')
  const { id, key, title, description } = found.deck
  const deck: OutgoingDeck = { id, key: key ?? slug, title, description }
  const name = `${deck.key}.${format}`
  if (format === 'apkg') {
    const own = scheduling && calendar ? await findScheduling(store, actor, calendar) : null
    return packed(
      store,
      deck,
      name,
      {
        at: now,
        locale,
        hasScheduling: own !== null,
        ...(calendar && { dayStartsAt: dayStart(now, calendar) }),
      },
      outgoingNotes(store, id, own),
      onProgress,
    )
  }
  const notes: OutgoingNote[] = []
  const noteCount = (await store.notes.listOrder(id)).length
  for await (const part of outgoingNotes(store, id, null)) {
    notes.push(...part)
    onProgress(notes.length, noteCount)
  }
  if (format === 'csv') return ok({ name, type: TYPES.csv, body: writeText(notes) })
  const images: { sha256: string; mime: ImageType; base64: string }[] = []
  let bytes = 0
  for (const sha256 of imagesNamedIn(notes)) {
    const media = await store.media.find(sha256)
    const mime = media && findImageType(media.bytes)
    if (!media || !mime) continue
    bytes += media.bytes.length
    if (bytes > MAX_JSON_IMAGE_BYTES) return fail('invalid', { reason: 'too-large-for-json' })
    images.push({ sha256, mime, base64: Buffer.from(media.bytes).toString('base64') })
  }
  return ok({ name, type: TYPES.json, body: writeDeckJson(deck, notes, images) })
}

async function packed(
  store: Store,
  deck: OutgoingDeck,
  name: string,
  settings: ApkgSettings,
  notes: AsyncGenerator<OutgoingNote[]>,
  onProgress: ExportProgress,
): Promise<Result<ExportedFile>> {
  const folder = path.resolve(getEnvironment().DATA_DIR, 'uploads', 'exports')
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, `${randomBytes(12).toString('hex')}.partial`)
  const worker = openExchangeWorker()
  try {
    const images: OutgoingImage[] = []
    for (const sha256 of await store.deckMedia.listByDeck(deck.id)) {
      const mime = await store.media.findMime(sha256)
      if (isImageType(mime)) images.push({ sha256, mime })
    }
    const used = new Set<string>()
    const total = (await store.notes.listOrder(deck.id)).length + images.length
    let done = 0
    await must(worker.call('startPackage', { file, deck, images, settings }))
    for await (const part of notes) {
      for (const sha256 of imagesNamedIn(part)) used.add(sha256)
      await must(worker.call('packNotes', { notes: part }))
      onProgress((done += part.length), total)
    }
    for (const { sha256 } of images) {
      onProgress(++done, total)
      const media = used.has(sha256) ? await store.media.find(sha256) : null
      if (media) await must(worker.call('packImage', { sha256, bytes: media.bytes }))
    }
    await must(worker.call('endPackage', null, 60_000))
    const { size } = await stat(file)
    const stream = createReadStream(file)
    stream.once('close', () => void rm(file, { force: true }))
    // Node's own stream type is the DOM's at run time.
    return ok({ name, type: TYPES.apkg, size, body: Readable.toWeb(stream) as unknown as ReadableStream })
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await worker.close()
  }
}

async function must(
  call: Promise<{ ok: boolean; problem?: { code: string; detail?: string } }>,
): Promise<void> {
  const { ok: isDone, problem } = await call
  if (!isDone) throw new Error(`The package could not be written: ${problem?.code} ${problem?.detail ?? ''}`)
}

function imagesNamedIn(notes: OutgoingNote[]): Set<string> {
  const named = new Set<string>()
  for (const { fields } of notes)
    for (const { front, back } of Object.values(fields))
      for (const [, hash] of `${front}\n${back}`.matchAll(/\]\(media:([0-9a-f]{64})/g)) named.add(hash)
  return named
}

const dayStart = (now: number, calendar: StudyCalendar) =>
  studyDayStartsAt(studyDayAt(now, calendar), calendar)

const isImageType = (mime: string | null): mime is ImageType =>
  mime === 'image/png' || mime === 'image/jpeg' || mime === 'image/webp' || mime === 'image/gif'
