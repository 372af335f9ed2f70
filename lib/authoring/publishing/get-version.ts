import type { SignedIn } from '@/lib/core/access/actor'
import type { Localized, NoteKind, RenderedCard } from '@/lib/core/content/content'
import { draftOfContent, isSameDraft } from '@/lib/core/content/draft-of-note'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Manifest } from '@/lib/store/deck-publications'
import type { NoteHead } from '@/lib/store/notes'
import type { Store } from '@/lib/store/store'
import { summarizeDeck, type DeckSummary } from '../deck-summary'
import { findDraftDeck } from '../drafts/find-draft-deck'
import { findPublication } from './find-publication'
import { listRevisions } from './list-revisions'

export type VersionNote = {
  id: string
  key: string
  kind: NoteKind
  tags: string[]
  revision: number
  /** As against what is published now. */
  now: 'same' | 'changed' | 'gone'
  cards: RenderedCard[]
}

export type DeckVersion = {
  deck: DeckSummary
  version: number
  at: number
  line: string
  isCurrent: boolean
  title: Localized<string>
  description: Localized<string>
  noteCount: number
  /** Notes that are published now and were not then. */
  addedSince: number
  changedSince: number
  goneSince: number
  /** A part of them, from `from` on. */
  notes: VersionNote[]
  from: number
}

export const NOTES_A_PART = 50

/** An earlier version as learners had it, with what is otherwise now. */
export async function getVersion(
  store: Store,
  actor: SignedIn,
  { slug, version, from = 0 }: { slug: string; version: number; from?: number | undefined },
): Promise<Result<DeckVersion>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.drafts')
  if (!found.ok) return found
  const { deck, subject } = found.value
  const publication = await findPublication(store, deck, version)
  if (!publication) return fail('not-found')
  const { manifest, at, line, title, description } = publication
  const heads = new Map((await store.notes.listHeads(deck.id)).map((head) => [head.id, head]))
  const isNow = await sayingTheSame(store, manifest, heads)
  const nowOf = ([id, revision]: Manifest[number]): VersionNote['now'] => {
    const head = heads.get(id)
    if (!head || head.deletedAt !== null) return 'gone'
    return head.revision === revision || isNow.has(id) ? 'same' : 'changed'
  }
  const part = manifest.slice(from, from + NOTES_A_PART)
  const contents = await listRevisions(store, part)
  const notes = part.flatMap((face): VersionNote[] => {
    const [id, revision] = face
    const content = contents.get(id)
    if (!content) return []
    const { kind, tags, cards } = content
    return [{ id, key: heads.get(id)?.key ?? '', kind, tags, revision, now: nowOf(face), cards }]
  })
  const then = new Set(manifest.map(([id]) => id))
  const states = manifest.map(nowOf)
  return ok({
    deck: summarizeDeck(actor, deck, subject, 0),
    version,
    at,
    line,
    isCurrent: version === deck.version,
    title,
    description,
    noteCount: manifest.length,
    addedSince: [...heads.values()].filter(
      ({ id, revision, deletedAt }) => revision > 0 && deletedAt === null && !then.has(id),
    ).length,
    changedSince: states.filter((state) => state === 'changed').length,
    goneSince: states.filter((state) => state === 'gone').length,
    notes,
    from,
  })
}

const MAX_COMPARED = 500

/** Notes that were changed and changed back: another revision with the same words. Of very many nobody looks. */
async function sayingTheSame(
  store: Store,
  manifest: Manifest,
  heads: Map<string, NoteHead>,
): Promise<Set<string>> {
  const other = manifest.filter(([id, revision]) => heads.get(id)?.revision !== revision)
  if (other.length > MAX_COMPARED) return new Set()
  const [then, now] = [
    await listRevisions(store, other),
    await store.notes.listPublishedWords(other.map(([id]) => id)),
  ]
  const isSame = (id: string) => {
    const [before, after] = [then.get(id), now.get(id)]
    return before !== undefined && after !== undefined && isSameDraft(draftOfContent(before), after)
  }
  return new Set(other.flatMap(([id]) => (isSame(id) ? [id] : [])))
}
