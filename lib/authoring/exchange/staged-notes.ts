import { ok } from '@/lib/core/result'
import type { NoteDraft } from '@/lib/core/content/content'
import { newId } from '@/lib/platform/new-id'
import type { CardRow } from '@/lib/store/cards'
import type { ImportItemRow } from '@/lib/store/import-items'
import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { WrittenNote } from '@/lib/store/notes'
import type { Store } from '@/lib/store/store'
import type { Tables } from '@/lib/store/tables'
import type { RenderedPart } from './exchange-calls'
import { ImportFailed, mustBe } from './import-failed'
import { contentOf } from './import-job'
import type { ExchangeWorker } from './open-exchange-worker'
import type { ReadableImages } from './readable-images'
import type { StagedImages } from './staged-images'

/** A write holds the gate no longer than this: learners' answers pass in between. */
const WRITE_MS = 50

export type Item = Omit<ImportItemRow, 'staged'>
type Ready = { item: Item; rendered: RenderedPart & { content: string } }

/** What an import comes to in one deck. */
type StagedDeck = {
  isNew: boolean
  /** Where its next new note goes. */
  position: number
  version: number
  added: string[]
  changed: Set<string>
  locales: Set<string>
}

/** Notes written where nobody sees them, and what is left to do to show them. */
export class StagedNotes {
  readonly #decks = new Map<string, StagedDeck>()
  readonly retire: string[] = []
  readonly revive: string[] = []
  readonly newCards: CardRow[] = []
  #rowsAWrite = 8

  constructor(
    private readonly store: Store,
    private readonly job: ImportJobRow,
    private readonly now: number,
  ) {}

  prepare(deckId: string, deck: Pick<StagedDeck, 'isNew' | 'position' | 'version'>): void {
    this.#decks.set(deckId, { ...deck, added: [], changed: new Set(), locales: new Set() })
  }

  of(deckId: string | null): StagedDeck {
    const deck = this.#decks.get(deckId ?? '')
    if (!deck) throw new Error(`The deck ${deckId} was not prepared`)
    return deck
  }

  async stage(
    items: Item[],
    worker: ExchangeWorker,
    sizes: ReadableImages['sizes'],
    images: StagedImages,
  ): Promise<void> {
    const ready = await this.#render(items, worker, sizes)
    for (const { item, rendered } of ready) {
      const deck = this.of(item.deckId)
      for (const locale of rendered.locales) deck.locales.add(locale)
      if (item.before === null && item.noteId !== null) deck.added.push(item.noteId)
    }
    await images.store(ready.map(({ item, rendered }) => [item.deckId ?? '', rendered.media]))
    const known = ready.flatMap(({ item }) => (item.before === null ? [] : (item.noteId ?? [])))
    const cards = await cardsByNote(this.store, known)
    for (let at = 0; at < ready.length;) {
      const part = ready.slice(at, at + this.#rowsAWrite)
      let took = 0
      await this.store.transaction(async (tables) => {
        // What is waited for before is others' work.
        const began = performance.now()
        await this.#writePart(tables, part)
        took = performance.now() - began
        return ok(undefined)
      })
      for (const { item, rendered } of part) this.#settlePart(item, rendered, cards)
      at += part.length
      if (took > WRITE_MS / 2) this.#rowsAWrite = Math.max(3, Math.floor(this.#rowsAWrite / 2))
      else if (took < WRITE_MS / 4) this.#rowsAWrite = Math.min(40, this.#rowsAWrite + 4)
    }
  }

  async #render(items: Item[], worker: ExchangeWorker, sizes: ReadableImages['sizes']): Promise<Ready[]> {
    const words = items
      .map((item) => contentOf(item).words)
      .filter((draft): draft is NoteDraft => draft !== null)
    const parts = mustBe(await worker.call('render', { notes: words, images: sizes, isOnlyChecked: false }))
    return items.map((item, i) => {
      const { content, problems } = parts[i]
      if (content === null || problems.length > 0)
        throw new ImportFailed({ code: 'note-problem', detail: item.name })
      return { item, rendered: { ...parts[i], content } }
    })
  }

  async #writePart(tables: Tables, part: Ready[]): Promise<void> {
    const { job, now } = this
    const fresh = part.filter(({ item }) => item.before === null)
    for (const deckId of new Set(fresh.map(({ item }) => item.deckId)))
      await tables.notes.createWritten(
        fresh.flatMap((ready) => (ready.item.deckId === deckId ? [this.#newNote(ready)] : [])),
        this.of(deckId).version + 1,
        now,
      )
    await tables.cards.createMany(
      fresh.flatMap(({ item, rendered }) =>
        rendered.ords.map((ord) => this.#newCard(item.noteId ?? '', ord)),
      ),
    )
    for (const { item, rendered } of part)
      if (item.before !== null)
        await tables.importItems.stage(job.userId, job.id, item.position, rendered.content)
  }

  #newNote({ item, rendered }: Ready): WrittenNote {
    const { note, words } = contentOf(item)
    const { isNew, position } = this.of(item.deckId)
    return {
      id: item.noteId ?? '',
      deckId: item.deckId ?? '',
      key: note?.key ?? '',
      kind: words?.kind ?? 'BASIC',
      tags: words?.tags ?? [],
      position: position + item.position,
      published: rendered.content,
      isUnseen: !isNew,
    }
  }

  #newCard = (noteId: string, ord: number): CardRow => ({
    id: newId(this.now),
    noteId,
    ord,
    retiredAt: null,
    askAgainAt: null,
  })

  /** Of a changed note: what it asks no longer is retired, and comes back as the same card. */
  #settlePart({ before, deckId, noteId }: Item, { ords }: RenderedPart, cards: Map<string, CardRow[]>): void {
    if (before === null || noteId === null) return
    this.of(deckId).changed.add(noteId)
    const left = new Map((cards.get(noteId) ?? []).map((card) => [card.ord, card]))
    for (const ord of ords) {
      const card = left.get(ord)
      left.delete(ord)
      if (!card) this.newCards.push(this.#newCard(noteId, ord))
      else if (card.retiredAt !== null) this.revive.push(card.id)
    }
    for (const card of left.values()) if (card.retiredAt === null) this.retire.push(card.id)
  }
}

export async function cardsByNote(store: Store, noteIds: string[]): Promise<Map<string, CardRow[]>> {
  const cards = new Map<string, CardRow[]>()
  if (noteIds.length === 0) return cards
  for (const card of await store.cards.listByNotes(noteIds)) {
    const own = cards.get(card.noteId)
    if (own) own.push(card)
    else cards.set(card.noteId, [card])
  }
  return cards
}
