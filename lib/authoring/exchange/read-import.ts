import type { SignedIn } from '@/lib/core/access/actor'
import type { Locale } from '@/lib/core/content/content'
import type { IncomingNote } from '@/lib/exchange/incoming'
import { findUpload } from '@/lib/platform/uploads/upload-folder'
import type { ImportItemRow, ImportOutcome } from '@/lib/store/import-items'
import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { Store } from '@/lib/store/store'
import { partsOf } from '../parts-of'
import type { OpenedFile } from './exchange-calls'
import type { ImportOptions, ImportSummary, ItemContent, StoredOptions } from './import-job'
import { openExchangeWorker, type ExchangeWorker } from './open-exchange-worker'
import { groupOf, planDecks } from './plan-decks'
import { NotePlacer } from './place-notes'
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
  let position = 0
  for (const part of partsOf(notes, PART)) {
    const placed = await placer.place(part.map((note, i) => ({ position: position + i, note })))
    const checked = mustBe(
      await worker.call('render', {
        notes: placed.flatMap(({ content }) => (content.words ? [content.words] : [])),
        images: images.sizes,
        isOnlyChecked: true,
      }),
    )
    const rows = placed.map((item, i): ImportItemRow => {
      const [problem] = checked[i].problems
      const { content, ...at } = item
      const name = nameOf(content)
      const own = { ...at, userId, importId: id, name, content, staged: null, after: null }
      if (!problem) return own
      return {
        ...own,
        outcome: 'UNREADABLE',
        reason: `${problem.code}${problem.detail === undefined ? '' : ` ${problem.detail}`}`.slice(0, 300),
      }
    })
    for (const row of rows) count(row.outcome)
    for (const some of partsOf(rows, ROWS_A_WRITE)) await store.importItems.createMany(some)
    position += part.length
    report('comparing', position, notes.length)
  }
  const unreadable = opened.unreadable.map(({ name, code, detail }, i): ImportItemRow => ({
    userId,
    importId: id,
    position: position + i,
    name: name.slice(0, 200),
    outcome: 'UNREADABLE',
    reason: `${code}${detail === undefined ? '' : ` ${detail}`}`,
    deckId: null,
    noteId: null,
    content: { note: null, words: null } satisfies ItemContent,
    staged: null,
    before: null,
    after: null,
  }))
  for (const some of partsOf(unreadable, 100)) await store.importItems.createMany(some)
  if (opened.unreadableCount > 0) count('UNREADABLE', opened.unreadableCount)
  const removed = await countMissing(placer, stored, notes, summary)
  await store.importJobs.change(
    userId,
    id,
    ['READING'],
    {
      status: 'READY',
      format: opened.format,
      options: stored,
      images: opened.images,
      summary: { ...summary, counts, removed, unreadableCount: counts.UNREADABLE ?? 0 },
    },
    now,
  )
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
