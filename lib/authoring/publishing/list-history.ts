import type { Actor } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { DeckPublicationRow, PublishCounts } from '@/lib/store/deck-publications'
import type { Store } from '@/lib/store/store'
import { findReadableDeck } from '../deck-subject'
import { summarizeDeck, type DeckSummary } from '../deck-summary'
import { findPublication } from './find-publication'

export type HistoryEntry = {
  version: number
  at: number
  line: string
  counts: PublishCounts
  /** Who published it: told to the deck's authors alone. */
  by: string | null
  isCurrent: boolean
}

export type History = {
  deck: DeckSummary
  /** Whether earlier versions may be looked at: an author may. */
  canLook: boolean
  entries: HistoryEntry[]
}

const MAX_ENTRIES = 200

/** The change log: what each version of a deck changed, the newest first, for everybody who may read the deck. */
export async function listHistory(
  store: Store,
  actor: Actor,
  { slug, link, limit = MAX_ENTRIES }: { slug: string; link?: string | undefined; limit?: number },
): Promise<Result<History>> {
  const found = await findReadableDeck(store, actor, slug, link)
  if (!found) return fail('not-found')
  const { deck, subject } = found
  const canLook = can(actor, 'deck.drafts', subject)
  const stored = await store.deckPublications.list(deck.id, limit)
  const present =
    stored.length > 0 || deck.version === 0 ? null : await findPublication(store, deck, deck.version)
  const rows = present ? [present] : stored
  const names = canLook
    ? await store.users.listNames(rows.flatMap(({ byId }) => byId ?? []))
    : new Map<string, string>()
  const entries = rows.map((row, place) => entryOf(row, place === 0, names))
  return ok({ deck: summarizeDeck(actor, deck, subject, 0), canLook, entries })
}

function entryOf(
  { version, at, line, counts, byId }: Omit<DeckPublicationRow, 'manifest'>,
  isCurrent: boolean,
  names: Map<string, string>,
): HistoryEntry {
  const by = byId === null ? null : (names.get(byId) ?? null)
  return { version, at, line, counts, by, isCurrent }
}
