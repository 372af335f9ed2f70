import type { SignedIn } from '@/lib/core/access/actor'
import type { Locale } from '@/lib/core/content/content'
import type { IncomingNote } from '@/lib/exchange/incoming'
import { findUpload } from '@/lib/platform/uploads/upload-folder'
import type { ImportOutcome, NewImportItem } from '@/lib/store/import-items'
import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { Store } from '@/lib/store/store'
import type { NoteProblem } from '../check-note'
import { partsOf } from '../parts-of'
import { mayChoose } from './choose-notes'
import type { OpenedFile } from './exchange-calls'
import {
  renderedFileOf,
  type ImportOptions,
  type ImportSummary,
  type ItemContent,
  type StoredOptions,
} from './import-job'
import { openExchangeWorker, type ExchangeWorker } from './open-exchange-worker'
import { groupOf, planDecks } from './plan-decks'
import { orderedAnew, saysOrder } from './order-of-file'
import { NotePlacer, type PlacedItem } from './place-notes'
import { readableImages } from './readable-images'
import type { Report } from './running-imports'
import { failImport, ImportFailed, mustBe } from './import-failed'

const OPEN_MS = 120_000
const PART = 50
const ROWS_A_WRITE = 25

/**
 * A file read whole in the worker, every note rendered to see whether it can be, and laid beside the decks that it
 * would come to. Nothing of a deck is written.
 */
export async function readImport(
  store: Store,
  actor: SignedIn,
  job: ImportJobRow,
  given: Pick<ImportOptions, 'language'>,
  now: number,
  report: Report,
): Promise<void> {
  const { userId, id } = job
  const worker = openExchangeWorker({ onProgress: (done, total) => report('reading', done, total) })
  try {
    report('reading')
    const file = await findUpload(userId, job.sha256, now)
    if (file === null) throw new ImportFailed({ code: 'upload-gone' })
    const opened = mustBe(await worker.call('open', { file, name: job.fileName }, OPEN_MS))
    const notes = await fetchNotes(worker, opened.noteCount)
    mustBe(await worker.call('keepRendered', { file: renderedFileOf(file) }))
    await place(store, actor, job, opened, notes, given.language, worker, now, report)
  } catch (error) {
    await failImport(store, userId, id, error, now)
  } finally {
    await worker.close()
  }
}

async function fetchNotes(worker: ExchangeWorker, count: number): Promise<IncomingNote[]> {
  const notes: IncomingNote[] = []
  while (notes.length < count) {
    const part = mustBe(await worker.call('notes', { from: notes.length, count: 500 }))
    if (part.length === 0) break
    notes.push(...part)
  }
  return notes
}

async function place(
  store: Store,
  actor: SignedIn,
  job: ImportJobRow,
  opened: OpenedFile,
  notes: IncomingNote[],
  language: Locale,
  worker: ExchangeWorker,
  now: number,
  report: Report,
): Promise<void> {
  const { userId, id } = job
  const summary = summarize(opened, notes)
  const options = defaultOptions(summary, notes, language)
  const keysOf = (group: string) =>
    notes.flatMap(({ key, deck }) =>
      groupOf(summary.decks[deck].name, options.nested) === group ? [key] : [],
    )
  const decks = await planDecks(store, actor, options, { decks: summary.decks, keysOf }, [], now)
  const stored: StoredOptions = {
    ...options,
    decks,
    targets: Object.fromEntries(decks.map((deck) => [deck.group, deck.isNew ? null : deck.slug])),
  }
  const images = await readableImages(store, actor, notes, opened.images)
  const placer = new NotePlacer(store, userId, summary.decks, stored, images.hashOf, now)
  const counts: ImportSummary['counts'] = {}
  const count = (outcome: ImportOutcome, by = 1) => (counts[outcome] = (counts[outcome] ?? 0) + by)
  const placed: Placed[] = []
  let undecided = 0
  // A part ahead: while it is rendered in the worker, the one before it is written here.
  const prepare = async (at: number) => {
    const part = notes.slice(at, at + PART)
    const items = await placer.place(part.map((note, i) => ({ position: at + i, note })))
    const drafts = items.flatMap(({ content }) => (content.words ? [content.words] : []))
    const checked = await worker.call('render', { notes: drafts, images: images.sizes, isOnlyChecked: true })
    return { items, checked }
  }
  let next = prepare(0)
  for (let at = 0; at < notes.length; at += PART) {
    const { items, checked } = await next
    const parts = mustBe(checked)
    if (at + PART < notes.length) next = prepare(at + PART)
    const rows = items.map((item, i) => rowOf(userId, id, item, parts[i].problems[0]))
    for (const row of rows) {
      count(row.outcome)
      if (mayChoose(row)) undecided++
      placed.push({ deckId: row.deckId, noteId: row.outcome === 'UNREADABLE' ? null : row.noteId })
    }
    for (const some of partsOf(rows, ROWS_A_WRITE)) await store.importItems.createMany(some)
    report('comparing', at + items.length, notes.length)
  }
  const unreadable = opened.unreadable.map(({ name, code, detail }, i): NewImportItem => ({
    userId,
    importId: id,
    position: notes.length + i,
    name: name.slice(0, 200),
    outcome: 'UNREADABLE',
    reason: `${code}${detail === undefined ? '' : ` ${detail}`}`,
    deckId: null,
    noteId: null,
    content: { note: null, words: null } satisfies ItemContent,
    before: null,
  }))
  for (const some of partsOf(unreadable, 100)) await store.importItems.createMany(some)
  if (opened.unreadableCount > 0) count('UNREADABLE', opened.unreadableCount)
  const removed = await countMissing(placer, stored, notes, summary)
  const isReordered = await takesFileOrder(placer, opened.format, stored, placed)
  const unreadableCount = counts.UNREADABLE ?? 0
  await store.importJobs.change(
    userId,
    id,
    ['READING'],
    {
      status: 'READY',
      format: opened.format,
      options: stored,
      images: opened.images,
      summary: { ...summary, counts, removed, undecided, isReordered, unreadableCount },
    },
    now,
  )
}

function rowOf(
  userId: string,
  importId: string,
  { content, ...at }: PlacedItem,
  problem: NoteProblem | undefined,
): NewImportItem {
  const own = { ...at, userId, importId, name: nameOf(content), content }
  if (problem === undefined) return own
  const reason = `${problem.code}${problem.detail === undefined ? '' : ` ${problem.detail}`}`.slice(0, 300)
  return { ...own, outcome: 'UNREADABLE', reason }
}

type Placed = { deckId: string | null; noteId: string | null }

/** Whether a deck that is there would have another order than it has, with what is new at its end. */
export async function takesFileOrder(
  placer: NotePlacer,
  format: string,
  { decks }: StoredOptions,
  placed: readonly Placed[],
): Promise<boolean> {
  if (!saysOrder(format)) return false
  const changes = await Promise.all(
    decks.map(async ({ deckId, isNew }) => {
      if (isNew) return false
      const own = placed.flatMap((item) => (item.deckId === deckId ? (item.noteId ?? []) : []))
      return orderedAnew(await placer.listShown(deckId), own) !== null
    }),
  )
  return changes.includes(true)
}

/** How many notes of the chosen decks the file does not have; told of each deck, too. */
export async function countMissing(
  placer: NotePlacer,
  options: StoredOptions,
  notes: readonly { key: string; deck: number }[],
  { decks }: Pick<ImportSummary, 'decks'>,
): Promise<number> {
  let missing = 0
  for (const deck of options.decks) {
    if (deck.isNew) continue
    const own = notes.filter((note) => groupOf(decks[note.deck].name, options.nested) === deck.group)
    deck.missingCount = (await placer.listMissing(deck.deckId, new Set(own.map(({ key }) => key)))).length
    missing += deck.missingCount
  }
  return missing
}

function summarize(opened: OpenedFile, notes: IncomingNote[]): ImportSummary {
  const noteCounts = opened.decks.map(() => 0)
  for (const { deck } of notes) noteCounts[deck]++
  return {
    format: opened.format,
    noteCount: opened.noteCount,
    imageCount: opened.images.length,
    decks: opened.decks.map((deck, i) => ({ ...deck, noteCount: noteCounts[i] })),
    losses: opened.losses,
    unreadableCount: opened.unreadableCount,
    hasScheduling: notes.some(({ histories }) => histories !== undefined),
    hasOwnLanguages: notes.every(({ text }) => 'fields' in text),
    counts: {},
    removed: 0,
  }
}

function defaultOptions(summary: ImportSummary, notes: IncomingNote[], language: Locale): ImportOptions {
  const isWhole = summary.format === 'deck-file' || summary.format === 'json'
  return {
    language: guessLanguage(notes) ?? language,
    nested: 'tags',
    targets: {},
    tags: [],
    scheduling: false,
    conflicts: 'mine',
    except: [],
    remove: isWhole,
    study: true,
  }
}

/** Chinese where a fifth of the notes has characters of it. */
function guessLanguage(notes: IncomingNote[]): Locale | null {
  const texts = notes.flatMap(({ text }) => ('field' in text ? [text.field.front + text.field.back] : []))
  if (texts.length === 0) return null
  return texts.filter((text) => /\p{Script=Han}/u.test(text)).length * 5 >= texts.length ? 'zh' : 'en'
}

export function nameOf({ note, words }: ItemContent): string {
  const [field] = Object.values(words?.fields ?? {})
  const text = (field?.front ?? '')
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\{\{c\d+::(.*?)(?:::.*?)?\}\}/g, '$1')
    .replace(/[\\*`$]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return (text === '' ? (note?.key ?? '') : text).slice(0, 120)
}
