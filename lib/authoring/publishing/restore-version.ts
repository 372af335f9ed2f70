import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { SignedIn } from '@/lib/core/access/actor'
import { draftOfContent, isSameDraft } from '@/lib/core/content/draft-of-note'
import type { Locale, NoteContent } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { DeckPublicationRow } from '@/lib/store/deck-publications'
import type { Store } from '@/lib/store/store'
import type { CheckedNote } from '../check-note'
import { checkDraft } from '../drafts/check-draft'
import { findDraftDeck } from '../drafts/find-draft-deck'
import { tellProblems } from '../note-problem-text'
import { partsOf } from '../parts-of'
import { linkImages } from '../image-quota'
import { planPublication, type NoteToPublish } from '../plan-publication'
import { writePublication } from '../write-publication'
import { findPublication } from './find-publication'
import { listRevisions } from './list-revisions'
import type { PublishedDeck } from './publish-deck'

export type RestoreVersion = {
  slug: string
  version: number
  /** The deck's version that its author looked at: when it is another by now, nothing is done. */
  current: number
  line: string
  locale: Locale
}

/**
 * An earlier version becomes what learners see, as a new version: so it is undone like anything else, by bringing
 * back the one before. Nobody loses a memory, and what its authors drafted meanwhile stays drafted.
 */
export async function restoreVersion(
  store: Store,
  actor: SignedIn,
  { slug, version: earlier, current, line, locale }: RestoreVersion,
  now: number,
): Promise<Result<PublishedDeck>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.edit')
  if (!found.ok) return found
  const { deck } = found.value
  const publication = await findPublication(store, deck, earlier)
  if (!publication) return fail('not-found')
  if (deck.version !== current) return fail('conflict', { reason: 'draft-changed-since' })

  const { notes, contents, problems, media } = await notesOf(store, actor, deck.id, publication)
  if (problems.length > 0) {
    const told = problems.map(({ key, problem }) => ({
      key,
      problems: tellProblems([problem], locale),
    }))
    return fail('invalid', { reason: 'version-unfit', notes: told.slice(0, 50) })
  }
  const { title, description, locales } = publication
  const version = deck.version + 1
  const plan = await planPublication(store, { id: deck.id, version }, notes, now)
  const { added, changed, removed, moved } = plan.counts
  const isSame = isDeepStrictEqual([title, description], [deck.title, deck.description])
  if (isSame && added + changed + removed + moved === 0)
    return fail('invalid', { reason: 'nothing-to-restore' })

  return store.transaction(async (tables) => {
    const words = { title, description, locales }
    if (!(await tables.decks.update(deck.id, deck.version, words, now))) {
      return fail('conflict', { reason: 'draft-changed-since' })
    }
    const fits = await linkImages(tables, deck, media)
    if (!fits.ok) return fits
    const published = { id: deck.id, version, ...words }
    const told = { before: deck, deck: published, byId: actor.userId, line, restored: earlier }
    await writePublication(tables, plan, told, now)
    const drafts = (await tables.notes.listDrafts(deck.id)).filter(({ draft }) => draft !== null)
    const same = drafts.filter(({ id, draft }) => {
      const content = contents.get(id)
      return draft !== null && content !== undefined && isSameDraft(draft, draftOfContent(content))
    })
    await tables.notes.dropDrafts(same.map(({ id }) => id))
    return ok({ version, counts: { ...plan.counts, restored: earlier } })
  })
}

type Found = {
  notes: NoteToPublish[]
  /** By note id: of those that were otherwise than now. */
  contents: Map<string, NoteContent>
  problems: { key: string; problem: CheckedNote['problems'][number] }[]
  media: string[]
}

/** What is otherwise now is rendered anew from its words, as this build renders. */
async function notesOf(
  store: Store,
  actor: SignedIn,
  deckId: string,
  { manifest }: DeckPublicationRow,
): Promise<Found> {
  const heads = new Map((await store.notes.listHeads(deckId)).map((head) => [head.id, head]))
  const found: Found = { notes: [], contents: new Map(), problems: [], media: [] }
  for (const part of partsOf(manifest, 20)) {
    const changed = part.filter(([id, revision]) => {
      const head = heads.get(id)
      return head && (head.revision !== revision || head.deletedAt !== null)
    })
    const contents = await listRevisions(store, changed)
    for (const [id] of part) {
      const head = heads.get(id)
      if (!head) continue
      const content = contents.get(id)
      if (!content) {
        if (head.deletedAt !== null) continue
        found.notes.push({ key: head.key, content: 'as-published' })
        continue
      }
      const checked = await checkDraft(store, actor, draftOfContent(content))
      found.notes.push({ key: head.key, content: checked.content })
      found.contents.set(id, checked.content)
      found.media.push(...checked.media)
      for (const problem of checked.problems) found.problems.push({ key: head.key, problem })
    }
    await setImmediate()
  }
  return { ...found, media: [...new Set(found.media)] }
}
