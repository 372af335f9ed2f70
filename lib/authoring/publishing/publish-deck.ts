import type { SignedIn } from '@/lib/core/access/actor'
import type { Locale } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { PublishCounts } from '@/lib/store/deck-publications'
import type { DraftNoteRow } from '@/lib/store/notes'
import type { Store } from '@/lib/store/store'
import { findDraftDeck } from '../drafts/find-draft-deck'
import { tellProblems } from '../note-problem-text'
import { linkImages } from '../image-quota'
import { planPublication, type NoteToPublish } from '../plan-publication'
import { writePublication } from '../write-publication'
import { fingerprintOfDraft } from './fingerprint-of-draft'
import { placesOfKept } from './places-of-kept'
import { localesOf, prepareDrafts, type PreparedDraft } from './prepare-drafts'

export type PublishDeck = {
  slug: string
  /** Of the difference that its author looked at. */
  seen: string
  /** For the change log; learners read it. */
  line: string
  /** Notes that changed their meaning: due now for all who know them. */
  askAgain: string[]
  /** Notes whose drafts are not ready, and stay drafts. */
  leaveOut: string[]
  /** Of the sentences that say what is wrong. */
  locale: Locale
}

export type PublishedDeck = { version: number; counts: PublishCounts }

const MAX_TOLD = 50

/**
 * What is drafted becomes what learners see, at their next fetch and with every memory kept. All or nothing, in one
 * transaction; everything is rendered before it. When a draft changed after its author looked, nothing is published.
 */
export async function publishDeck(
  store: Store,
  actor: SignedIn,
  { slug, seen, line, askAgain, leaveOut, locale }: PublishDeck,
  now: number,
): Promise<Result<PublishedDeck>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.edit')
  if (!found.ok) return found
  const { deck } = found.value
  const rows = await store.notes.listDrafts(deck.id)
  if (fingerprintOfDraft(deck, rows) !== seen) return fail('conflict', { reason: 'draft-changed-since' })
  const left = new Set(leaveOut)
  const prepared = await prepareDrafts(
    store,
    actor,
    rows.filter(({ id }) => !left.has(id)),
  )
  const unfinished = prepared.filter(({ problems }) => problems.length > 0)
  if (unfinished.length > 0) {
    const notes = unfinished.slice(0, MAX_TOLD).map(({ row: { id, key }, problems }) => ({
      id,
      key,
      problems: tellProblems(problems, locale),
    }))
    return fail('invalid', { reason: 'notes-unfinished', count: unfinished.length, notes })
  }
  const { title, description } = deck.draft ?? deck
  if (!title.zh?.trim() && !title.en?.trim()) return fail('invalid', { reason: 'title-missing' })

  const version = deck.version + 1
  const again = new Set(askAgain)
  const preparedOf = new Map(prepared.map((note) => [note.row.id, note]))
  const notes = rows.flatMap((row) => toPublish(row, preparedOf.get(row.id), again.has(row.id)))
  const isSame =
    deck.draft === null && askAgain.length === 0 && rows.every((row) => left.has(row.id) || isUntouched(row))
  if (isSame) return fail('invalid', { reason: 'nothing-to-publish' })
  const plan = await planPublication(store, { id: deck.id, version }, notes, now)
  const contents = prepared.flatMap(({ content }) => content ?? [])
  const kept = rows.filter((row) => preparedOf.get(row.id)?.content === null).map(({ id }) => id)
  const locales = await localesOf(store, contents, kept)
  const media = [...new Set(prepared.flatMap((note) => note.media))]
  const keptDrafts = placesOfKept(rows, left)

  return store.transaction(async (tables) => {
    const change = { title, description, locales }
    if (!(await tables.decks.update(deck.id, deck.version, change, now))) {
      return fail('conflict', { reason: 'draft-changed-since' })
    }
    const draft = (await tables.decks.find(deck.id))?.draft ?? null
    const rowsNow = await tables.notes.listDrafts(deck.id)
    if (fingerprintOfDraft({ ...deck, draft }, rowsNow) !== seen) {
      return fail('conflict', { reason: 'draft-changed-since' })
    }
    await tables.decks.saveDraft(deck.id, null)
    const fits = await linkImages(tables, deck, media)
    if (!fits.ok) return fits
    const published = { id: deck.id, version, title, description, locales }
    await writePublication(tables, plan, { before: deck, deck: published, byId: actor.userId, line }, now)
    await tables.notes.settleDrafts(deck.id, [...left], now)
    await tables.notes.setDraftPositions(keptDrafts)
    return ok({ version, counts: plan.counts })
  })
}

function toPublish(
  row: DraftNoteRow,
  prepared: PreparedDraft | undefined,
  isAskedAgain: boolean,
): NoteToPublish[] {
  const isPublished = row.revision > 0 && row.deletedAt === null
  const { key } = row
  if (!prepared) return isPublished ? [{ key, content: 'as-published', isAskedAgain }] : []
  if (prepared.state === 'deleted') return []
  return [{ key, content: prepared.content ?? 'as-published', isAskedAgain }]
}

const isUntouched = ({ draft, draftPosition, draftDeletedAt }: DraftNoteRow) =>
  draft === null && draftPosition === null && draftDeletedAt === null
