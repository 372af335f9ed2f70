import type { SignedIn } from '@/lib/core/access/actor'
import { LOCALES, type NoteContent, type NoteDraft } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import { audit } from '@/lib/account/audit'
import type { IncomingNote } from '@/lib/exchange/incoming'
import { newId } from '@/lib/platform/new-id'
import { findUpload } from '@/lib/platform/uploads/upload-folder'
import type { CardRow } from '@/lib/store/cards'
import type { ImportItemRow, ImportOutcome } from '@/lib/store/import-items'
import type { Manifest, PublishCounts } from '@/lib/store/deck-publications'
import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { Store } from '@/lib/store/store'
import type { Tables } from '@/lib/store/tables'
import { AFTER_THE_HOUSE } from '../deck-position'
import { MAX_DECK_IMAGE_BYTES, MAX_DECK_IMAGES, MAX_OWNED_IMAGE_BYTES } from '../image-quota'
import { takeRoomForDeck } from '../max-decks'
import { bringHistories, takeHistoriesBack, type BroughtHistory } from './bring-histories'
import {
  contentOf,
  imagesOf,
  optionsOf,
  summaryOf,
  type ImportFailure,
  type PlannedDeck,
  type StoredOptions,
} from './import-job'
import { failImport, ImportFailed, mustBe } from './import-failed'
import { openExchangeWorker, type ExchangeWorker } from './open-exchange-worker'
import { NotePlacer } from './place-notes'
import { NO_COUNTS } from '../publishing/find-publication'
import { keepBeginning, recordVersion } from './record-version'
import { readableImages, type ReadableImages } from './readable-images'
import { removeStaged } from './remove-staged'
import type { Report } from './running-imports'

/** A write holds the gate no longer than this: learners' answers pass in between. */
const WRITE_MS = 50
const PART = 40

type Item = Omit<ImportItemRow, 'staged'>

/**
 * Everything is rendered in the worker and written where nobody sees it: a new deck belongs to nobody yet, a new note
 * of a deck that is there counts as deleted, and what a note will be waits beside it. Then one short transaction
 * shows it all. What fails before that leaves nothing.
 */
export async function applyImport(
  store: Store,
  actor: SignedIn,
  job: ImportJobRow,
  calendar: StudyCalendar,
  now: number,
  report: Report,
): Promise<void> {
  const worker = openExchangeWorker()
  let applying: Applying | null = null
  try {
    const options = optionsOf(job)
    if (!options) throw new ImportFailed({ code: 'interrupted' })
    applying = new Applying(store, actor, job, options, calendar, worker, now, report)
    await applying.run()
  } catch (error) {
    await applying?.takeHistoriesBack()
    await removeStaged(store, job)
    await failImport(store, job.userId, job.id, error, now)
  } finally {
    await worker.close()
  }
}

class Applying {
  /** By deck: where its next new note goes, and what it showed before. */
  readonly #positions = new Map<string, number>()
  readonly #versions = new Map<string, number>()
  readonly #retire: string[] = []
  readonly #revive: string[] = []
  readonly #newCards: CardRow[] = []
  readonly #locales = new Map<string, Set<string>>()
  #rowsAWrite = 8
  #histories = 0
  readonly #added = new Map<string, string[]>()
  readonly #changed = new Map<string, Set<string>>()
  readonly #brought: { cards: BroughtHistory[]; schedulerRevisionId: string }[] = []

  constructor(
    private readonly store: Store,
    private readonly actor: SignedIn,
    private readonly job: ImportJobRow,
    private readonly options: StoredOptions,
    private readonly calendar: StudyCalendar,
    private readonly worker: ExchangeWorker,
    private readonly now: number,
    private readonly report: Report,
  ) {}

  async run(): Promise<void> {
    const { store, job, options } = this
    const total = this.#totalToWrite()
    this.report('rendering', 0, total)
    for (const deck of options.decks) await this.#prepareDeck(deck)
    const images = await this.#images()
    const revisionId = await this.#revisionForHistories()
    let done = 0
    for (let after = -1; ;) {
      const outcomes: ImportOutcome[] = [
        'NEW',
        'UPDATED',
        'CONFLICT',
        ...(options.scheduling ? (['UNCHANGED'] as const) : []),
      ]
      const items = await store.importItems.listPart(job.userId, job.id, after, PART, outcomes)
      const last = items.at(-1)
      if (!last) break
      after = last.position
      const wanted = items.filter((item) => isWanted(item, options))
      await this.#stage(wanted, images)
      if (revisionId !== null) await this.#bringHistories(items, revisionId)
      done += wanted.length
      this.report('rendering', done, total)
      // Whoever looks for imports that nobody works on any more must not take this for one.
      await store.importJobs.change(job.userId, job.id, ['APPLYING'], {}, Date.now())
    }
    this.report('revealing', total, total)
    const missing = options.remove ? await this.#listMissing() : []
    // Read before: the transaction is short, and takes each deck at the version that was read.
    const versions = await Promise.all(options.decks.map((deck) => this.#nextVersion(deck, new Set(missing))))
    const result = await store.transaction((tables) => this.#reveal(tables, missing, versions))
    if (!result.ok) throw new ImportFailed({ code: failureOf(result.detail) })
    await store.importItems.settle(job.userId, job.id)
  }

  #totalToWrite(): number {
    const counts = summaryOf(this.job)?.counts ?? {}
    return (
      (counts.NEW ?? 0) +
      (counts.UPDATED ?? 0) +
      (this.options.conflicts === 'file' ? (counts.CONFLICT ?? 0) : 0)
    )
  }

  async #prepareDeck(deck: PlannedDeck): Promise<void> {
    const { store, now } = this
    if (!deck.isNew) {
      const found = await store.decks.find(deck.deckId)
      if (!found) throw new ImportFailed({ code: 'deck-changed' })
      this.#versions.set(deck.deckId, found.version)
      this.#positions.set(deck.deckId, await store.notes.findNextPosition(deck.deckId))
      return
    }
    // Of nobody, and so read by nobody, until it is revealed.
    const { deckId: id, slug, title, description } = deck
    const hidden = { ownerId: null, key: null, sourceHash: null, visibility: 'PRIVATE' as const }
    const row = {
      ...hidden,
      id,
      slug,
      title,
      description,
      locales: [],
      version: 0,
      position: AFTER_THE_HOUSE,
    }
    await store.decks.create({ ...row, createdAt: now, updatedAt: now })
    this.#versions.set(id, 0)
    this.#positions.set(id, 0)
  }

  async #images(): Promise<ReadableImages> {
    const { store, actor, job, worker } = this
    const own = imagesOf(job)
    const file = own.length === 0 ? null : await findUpload(job.userId, job.sha256, this.now)
    if (own.length > 0 && file === null) throw new ImportFailed({ code: 'upload-gone' })
    if (file !== null) mustBe(await worker.call('openPictures', { file }))
    // What notes name beside the file's own was looked for in the preview, and may have changed hands since.
    return readableImages(store, actor, await this.#notesWithOwnWords(), own)
  }

  async #notesWithOwnWords(): Promise<IncomingNote[]> {
    const notes: IncomingNote[] = []
    if (!summaryOf(this.job)?.hasOwnLanguages) return notes
    for (let after = -1; ;) {
      const items = await this.store.importItems.listPart(this.job.userId, this.job.id, after, 500)
      const last = items.at(-1)
      if (!last) return notes
      after = last.position
      notes.push(...items.flatMap((item) => contentOf(item).note ?? []))
    }
  }

  readonly #storedImages = new Set<string>()

  async #stage(items: Item[], images: ReadableImages): Promise<void> {
    const { worker } = this
    const words = items
      .map((item) => contentOf(item).words)
      .filter((draft): draft is NoteDraft => draft !== null)
    const rendered = mustBe(
      await worker.call('render', { notes: words, images: images.sizes, isOnlyChecked: false }),
    )
    const ready = items.flatMap((item, i) => {
      const { content, problems, media } = rendered[i]
      if (content === null || problems.length > 0)
        throw new ImportFailed({ code: 'note-problem', detail: item.name })
      for (const card of content.cards)
        for (const locale of Object.keys(card.sides)) this.#localesOf(item.deckId ?? '').add(locale)
      return [{ item, content, media }]
    })
    for (const { item } of ready) {
      if (item.before !== null || item.noteId === null) continue
      const added = this.#added.get(item.deckId ?? '')
      if (added) added.push(item.noteId)
      else this.#added.set(item.deckId ?? '', [item.noteId])
    }
    for (const { item, media } of ready) await this.#storeImages(item.deckId ?? '', media)
    const cardsOf = await this.#cardsOf(
      ready.flatMap(({ item }) => (item.before === null ? [] : (item.noteId ?? []))),
    )
    for (let at = 0; at < ready.length;) {
      const part = ready.slice(at, at + this.#rowsAWrite)
      let took = 0
      await this.store.transaction(async (tables) => {
        // What is waited for before is others' work.
        const began = performance.now()
        await this.#writePart(tables, part, cardsOf)
        took = performance.now() - began
      })
      at += part.length
      if (took > WRITE_MS / 2) this.#rowsAWrite = Math.max(3, Math.floor(this.#rowsAWrite / 2))
      else if (took < WRITE_MS / 4) this.#rowsAWrite = Math.min(25, this.#rowsAWrite + 2)
    }
  }

  async #writePart(
    tables: Tables,
    part: { item: Item; content: NoteContent }[],
    cardsOf: Map<string, CardRow[]>,
  ) {
    const { job, now } = this
    const fresh = part.filter(({ item }) => item.before === null)
    const notes = fresh.map(({ item, content }) => this.#newNote(item, content))
    await tables.notes.createMany(notes)
    await tables.notes.setDeleted(
      fresh.flatMap(({ item }) => (this.#isNewDeck(item.deckId) ? [] : (item.noteId ?? []))),
      now,
    )
    await tables.noteRevisions.createMany(
      notes.map(({ id, deckId, published }) => ({
        noteId: id,
        revision: 1,
        deckVersion: (this.#versions.get(deckId) ?? 0) + 1,
        content: published,
        createdAt: now,
      })),
    )
    await tables.cards.createMany(
      fresh.flatMap(({ item, content }) =>
        content.cards.map(({ ord }) => this.#newCard(item.noteId ?? '', ord)),
      ),
    )
    for (const { item, content } of part) {
      if (item.before === null) continue
      this.#changedIn(item.deckId ?? '').add(item.noteId ?? '')
      await tables.importItems.stage(job.userId, job.id, item.position, content)
      this.#placeCards(item.noteId ?? '', content, cardsOf.get(item.noteId ?? '') ?? [])
    }
    return ok(undefined)
  }

  #newNote({ noteId, deckId, ...item }: Item, content: NoteContent) {
    const deck = deckId ?? ''
    const position = (this.#positions.get(deck) ?? 0) + item.position
    const { kind, tags } = content
    const key = contentOf(item).note?.key ?? ''
    return {
      id: noteId ?? '',
      deckId: deck,
      key,
      kind,
      tags,
      position,
      draft: null,
      published: content,
      revision: 1,
    }
  }

  #changedIn(deckId: string): Set<string> {
    const known = this.#changed.get(deckId)
    if (known) return known
    const changed = new Set<string>()
    this.#changed.set(deckId, changed)
    return changed
  }

  #newCard = (noteId: string, ord: number): CardRow => ({
    id: newId(this.now),
    noteId,
    ord,
    retiredAt: null,
    askAgainAt: null,
  })

  /** Of a changed note: what it asks no longer is retired, and comes back as the same card. */
  #placeCards(noteId: string, content: NoteContent, existing: CardRow[]): void {
    const left = new Map(existing.map((card) => [card.ord, card]))
    for (const { ord } of content.cards) {
      const card = left.get(ord)
      left.delete(ord)
      if (!card) this.#newCards.push(this.#newCard(noteId, ord))
      else if (card.retiredAt !== null) this.#revive.push(card.id)
    }
    for (const card of left.values()) if (card.retiredAt === null) this.#retire.push(card.id)
  }

  async #cardsOf(noteIds: string[]): Promise<Map<string, CardRow[]>> {
    const cards = new Map<string, CardRow[]>()
    if (noteIds.length === 0) return cards
    for (const card of await this.store.cards.listByNotes(noteIds)) {
      const own = cards.get(card.noteId)
      if (own) own.push(card)
      else cards.set(card.noteId, [card])
    }
    return cards
  }

  async #storeImages(deckId: string, hashes: string[]): Promise<void> {
    const { store, worker, job, now } = this
    for (const sha256 of hashes) {
      if (this.#storedImages.has(`${deckId} ${sha256}`)) continue
      this.#storedImages.add(`${deckId} ${sha256}`)
      const own = imagesOf(job).find((image) => image.sha256 === sha256)
      if (own && !this.#storedImages.has(sha256)) {
        const bytes = mustBe(await worker.call('picture', { name: own.name }))
        if (bytes) await store.media.putAgain({ sha256, mime: own.mime, bytes, createdAt: now })
      }
      this.#storedImages.add(sha256)
      await store.deckMedia.add(deckId, [sha256])
    }
  }

  async #revisionForHistories(): Promise<string | null> {
    if (!this.options.scheduling) return null
    const [preset] = await this.store.presets.listByUser(this.job.userId)
    return preset?.revisionId ?? null
  }

  async #bringHistories(items: Item[], schedulerRevisionId: string): Promise<void> {
    const { store, actor, job, calendar, now } = this
    const withHistory = items.filter((item) => item.noteId !== null && contentOf(item).note?.histories)
    if (withHistory.length === 0) return
    const cards = await this.#cardsOf(withHistory.flatMap(({ noteId }) => noteId ?? []))
    const brought = withHistory.flatMap((item): BroughtHistory[] =>
      (contentOf(item).note?.histories ?? []).flatMap((history) => {
        const card = cards.get(item.noteId ?? '')?.find(({ ord }) => ord === history.ord)
        return card ? [{ cardId: card.id, history }] : []
      }),
    )
    this.#brought.push({ cards: brought, schedulerRevisionId })
    this.#histories += await bringHistories(store, actor, brought, {
      importId: job.id,
      calendar,
      schedulerRevisionId,
      now,
    })
  }

  async takeHistoriesBack(): Promise<void> {
    const { store, actor, job, calendar, now } = this
    for (const { cards, schedulerRevisionId } of this.#brought)
      await takeHistoriesBack(store, actor, cards, { importId: job.id, calendar, schedulerRevisionId, now })
  }

  async #listMissing(): Promise<string[]> {
    const summary = summaryOf(this.job)
    const placer = new NotePlacer(
      this.store,
      this.job.userId,
      summary?.decks ?? [],
      this.options,
      (hash) => hash,
      this.now,
    )
    const keys = new Map<string, Set<string>>()
    for (let after = -1; ;) {
      const items = await this.store.importItems.listPart(this.job.userId, this.job.id, after, 500)
      const last = items.at(-1)
      if (!last) break
      after = last.position
      for (const item of items) {
        const key = contentOf(item).note?.key
        if (key === undefined || item.deckId === null) continue
        const of = keys.get(item.deckId)
        if (of) of.add(key)
        else keys.set(item.deckId, new Set([key]))
      }
    }
    const missing = await Promise.all(
      this.options.decks.map(async (deck) =>
        deck.isNew ? [] : placer.listMissing(deck.deckId, keys.get(deck.deckId) ?? new Set()),
      ),
    )
    return missing.flat()
  }

  async #nextVersion({ deckId, isNew }: PlannedDeck, missing: ReadonlySet<string>): Promise<NextVersion> {
    const heads = isNew ? [] : await this.store.notes.listHeads(deckId)
    const changed = this.#changed.get(deckId) ?? new Set<string>()
    const added = this.#added.get(deckId) ?? []
    const shown = heads.filter(
      ({ id, deletedAt, revision }) =>
        !missing.has(id) && revision > 0 && (deletedAt === null || changed.has(id)) && !added.includes(id),
    )
    const manifest: Manifest = [
      ...shown.map(({ id, revision }): [string, number] => [id, revision + (changed.has(id) ? 1 : 0)]),
      ...added.map((id): [string, number] => [id, 1]),
    ]
    const counts = {
      ...NO_COUNTS,
      added: added.length,
      changed: changed.size,
      unchanged: shown.length - changed.size,
      removed: heads.filter(({ id }) => missing.has(id)).length,
    }
    return { deckId, manifest, counts }
  }

  async #reveal(tables: Tables, missing: string[], versions: NextVersion[]): Promise<Result<undefined>> {
    const { job, options, actor, now } = this
    const { userId, id: importId } = job
    const summary = {
      ...summaryOf(job),
      removed: missing.length,
      histories: this.#histories,
      removedIds: missing,
    }
    const isOwn = await tables.importJobs.change(
      userId,
      importId,
      ['APPLYING'],
      { status: 'APPLIED', summary, deckIds: options.decks.map(({ deckId }) => deckId) },
      now,
    )
    if (!isOwn) return fail('conflict', { reason: 'interrupted' })
    for (const deck of options.decks) {
      const before = deck.isNew ? null : await tables.decks.find(deck.deckId)
      if (before) await keepBeginning(tables, before)
      const revealed = deck.isNew
        ? await this.#revealDeck(tables, deck)
        : await this.#updateDeck(tables, deck)
      if (!revealed.ok) return revealed
      const next = versions.find(({ deckId }) => deckId === deck.deckId)
      if (next) await recordVersion(tables, { ...next, byId: userId, line: job.fileName }, now)
      const fits = await this.#fitsQuota(tables, deck.deckId)
      if (!fits.ok) return fits
      if (deck.isNew)
        await audit(
          tables,
          { actorId: userId, verb: 'deck-made', deckId: deck.deckId, detail: { importId } },
          now,
        )
    }
    await tables.cards.createMany(this.#newCards)
    await tables.cards.setRetired(this.#retire, now)
    await tables.cards.setRetired(this.#revive, null)
    await tables.notes.setDeleted(missing, now)
    await this.#enrol(tables, actor)
    return ok(undefined)
  }

  async #revealDeck(tables: Tables, { deckId, key }: PlannedDeck): Promise<Result<undefined>> {
    const { userId } = this.job
    const room = await takeRoomForDeck(tables, userId)
    if (!room.ok) return room
    const locales = LOCALES.filter((locale) => this.#localesOf(deckId).has(locale))
    const isRevealed = await tables.decks.reveal(deckId, { ownerId: userId, key, locales }, this.now)
    return isRevealed ? ok(undefined) : fail('conflict', { reason: 'interrupted' })
  }

  async #updateDeck(tables: Tables, { deckId }: PlannedDeck): Promise<Result<undefined>> {
    const { job, now } = this
    const version = this.#versions.get(deckId) ?? 0
    const found = this.#localesOf(deckId)
    if (!(await tables.decks.update(deckId, version, {}, now)))
      return fail('conflict', { reason: 'deck-changed' })
    const before = await tables.decks.find(deckId)
    const locales = LOCALES.filter((locale) => found.has(locale) || before?.locales.includes(locale))
    await tables.decks.setLocales(deckId, locales)
    const place = { userId: job.userId, importId: job.id, deckId }
    await tables.importItems.reveal(place, version + 1, now)
    for (const { noteId, kind } of await tables.importItems.listKindChanges(job.userId, job.id))
      await tables.notes.update(noteId, { kind })
    return ok(undefined)
  }

  async #fitsQuota(tables: Tables, deckId: string): Promise<Result<undefined>> {
    const ofDeck = await tables.deckMedia.measureDeck(deckId)
    if (ofDeck.count > MAX_DECK_IMAGES || ofDeck.bytes > MAX_DECK_IMAGE_BYTES)
      return fail('invalid', { reason: 'deck-images-full' })
    const owned = await tables.deckMedia.measureOwned(this.job.userId)
    return owned > MAX_OWNED_IMAGE_BYTES ? fail('invalid', { reason: 'own-images-full' }) : ok(undefined)
  }

  async #enrol(tables: Tables, { userId }: SignedIn): Promise<void> {
    const [preset] = await tables.presets.listByUser(userId)
    if (!preset) return
    for (const { deckId, isNew } of this.options.decks) {
      const isStudied = (isNew && this.options.study) || (this.options.scheduling && this.#histories > 0)
      const known = isStudied ? await tables.enrolments.find(userId, deckId) : null
      if (isStudied && !known)
        await tables.enrolments.create({ userId, deckId, presetId: preset.id, createdAt: this.now })
    }
  }

  #localesOf(deckId: string): Set<string> {
    const known = this.#locales.get(deckId)
    if (known) return known
    const locales = new Set<string>()
    this.#locales.set(deckId, locales)
    return locales
  }

  #isNewDeck = (deckId: string | null): boolean =>
    this.options.decks.some((deck) => deck.isNew && deck.deckId === deckId)
}

type NextVersion = { deckId: string; manifest: Manifest; counts: PublishCounts }

/** What is written: new and updated notes, and those in conflict where the file was preferred. */
function isWanted({ outcome, reason }: Item, { conflicts }: StoredOptions): boolean {
  if (outcome === 'NEW' || outcome === 'UPDATED') return true
  return outcome === 'CONFLICT' && conflicts === 'file' && reason !== 'unpublished'
}

function failureOf(detail: unknown): ImportFailure {
  const reason = typeof detail === 'object' && detail !== null && 'reason' in detail ? detail.reason : null
  const known: ImportFailure[] = ['deck-changed', 'too-many-decks', 'deck-images-full', 'own-images-full']
  return known.find((code) => code === reason) ?? 'interrupted'
}
