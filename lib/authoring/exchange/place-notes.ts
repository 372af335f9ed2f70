import { isDeepStrictEqual } from 'node:util'
import type { NoteDraft } from '@/lib/core/content/content'
import type { IncomingNote } from '@/lib/exchange/incoming'
import { newId } from '@/lib/platform/new-id'
import type { ImportItemPlace } from '@/lib/store/import-items'
import type { Tables } from '@/lib/store/tables'
import {
  contentOf,
  type IncomingDeckView,
  type ItemContent,
  type PlannedDeck,
  type StoredOptions,
} from './import-job'
import { groupOf, pathTag } from './plan-decks'

export type PlacedItem = ImportItemPlace & { position: number; content: ItemContent }

type Head = { id: string; key: string; revision: number; isDeleted: boolean; isDrafted: boolean }

/** What a file's notes come to in the decks chosen for them. It reads a deck's list of notes once. */
export class NotePlacer {
  readonly #heads = new Map<string, Map<string, Head>>()

  constructor(
    private readonly tables: Tables,
    private readonly userId: string,
    private readonly decks: IncomingDeckView[],
    private readonly options: StoredOptions,
    /** A picture that the file names: by which hash it is known here. */
    private readonly hashOf: (given: string) => string,
    private readonly now: number,
  ) {}

  async place(notes: { position: number; note: IncomingNote }[]): Promise<PlacedItem[]> {
    const targets = await Promise.all(notes.map(({ note }) => this.#targetOf(note)))
    const known = targets.flatMap(({ head }) => (head ? [head.id] : []))
    const [current, applied] = await Promise.all([
      this.tables.notes.listPublishedWords(known),
      this.tables.importItems.listLastApplied(this.userId, known),
    ])
    return notes.map(({ position, note }, i) => {
      const { deck, head } = targets[i]
      const before = head ? current.get(head.id) : undefined
      const words = this.#wordsOf(note, before)
      const content: ItemContent = { note, words }
      const at = { position, content, deckId: deck.deckId }
      if (!head) return { ...at, outcome: 'NEW', reason: null, noteId: newId(this.now), before: null }
      const own = { ...at, noteId: head.id, before: head.revision }
      // It was never published: its author has not finished it, and nobody else's file may.
      if (before === undefined) return { ...own, outcome: 'CONFLICT', reason: 'unpublished' }
      if (head.isDeleted) return { ...own, outcome: 'UPDATED', reason: 'was-deleted' }
      if (isDeepStrictEqual(before, words)) return { ...own, outcome: 'UNCHANGED', reason: null }
      if (head.isDrafted) return { ...own, outcome: 'CONFLICT', reason: 'draft' }
      const last = applied.get(head.id)
      const base = last === undefined ? undefined : contentOf({ content: last }).words
      if (!base) return { ...own, outcome: 'UPDATED', reason: null }
      if (isDeepStrictEqual(base, words)) return { ...own, outcome: 'UNCHANGED', reason: 'changed-here' }
      return isDeepStrictEqual(base, before)
        ? { ...own, outcome: 'UPDATED', reason: null }
        : { ...own, outcome: 'CONFLICT', reason: 'both' }
    })
  }

  /** Published notes of a deck that none of `keys` names. */
  async listMissing(deckId: string, keys: ReadonlySet<string>): Promise<string[]> {
    const heads = await this.#headsOf(deckId)
    return [...heads.values()].flatMap(({ id, key, isDeleted, revision }) =>
      isDeleted || revision === 0 || keys.has(key) ? [] : [id],
    )
  }

  /** What is published of a deck, in its order. */
  async listShown(deckId: string): Promise<string[]> {
    const heads = await this.#headsOf(deckId)
    return [...heads.values()].flatMap(({ id, isDeleted, revision }) =>
      isDeleted || revision === 0 ? [] : [id],
    )
  }

  async #targetOf(note: IncomingNote): Promise<{ deck: PlannedDeck; head: Head | undefined }> {
    const group = groupOf(this.decks[note.deck]?.name ?? '', this.options.nested)
    const deck = this.options.decks.find((planned) => planned.group === group)
    if (!deck) throw new Error(`No deck is planned for ${group}`)
    const head = deck.isNew ? undefined : (await this.#headsOf(deck.deckId)).get(note.key)
    return { deck, head }
  }

  async #headsOf(deckId: string): Promise<Map<string, Head>> {
    const known = this.#heads.get(deckId)
    if (known) return known
    const [heads, drafted] = await Promise.all([
      this.tables.notes.listHeads(deckId),
      this.tables.notes.listDraftedIds(deckId),
    ])
    const found = new Map(
      heads.map(({ id, key, revision, deletedAt }) => [
        key,
        { id, key, revision, isDeleted: deletedAt !== null, isDrafted: drafted.has(id) },
      ]),
    )
    this.#heads.set(deckId, found)
    return found
  }

  /** In the language that was chosen, beside what the note has in others. */
  #wordsOf(note: IncomingNote, before: NoteDraft | undefined): NoteDraft {
    const { kind, source, exercise, text } = note
    const { language, nested, tags: extra } = this.options
    const tags = [
      ...new Set([...note.tags, ...pathTag(this.decks[note.deck]?.name ?? '', nested), ...extra]),
    ].slice(0, 50)
    const others = before?.kind === kind ? before.fields : {}
    const fields = 'fields' in text ? text.fields : { ...others, [language]: text.field }
    return {
      kind,
      tags,
      ...(source === undefined ? {} : { source }),
      fields: Object.fromEntries(
        Object.entries(fields).map(([locale, field]) => [
          locale,
          { ...field, front: this.#named(field.front), back: this.#named(field.back) },
        ]),
      ),
      ...(exercise === undefined ? {} : { exercise }),
    }
  }

  #named(text: string): string {
    return text.replace(/\]\(media:([0-9a-f]{64})/g, (_, hash: string) => `](media:${this.hashOf(hash)}`)
  }
}
