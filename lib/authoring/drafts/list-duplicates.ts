import { setImmediate } from 'node:timers/promises'
import type { SignedIn } from '@/lib/core/access/actor'
import { LOCALES, type NoteDraft } from '@/lib/core/content/content'
import { findDuplicatesInTurns, type DuplicateGroup } from '@/lib/core/content/find-duplicates'
import { ok, type Result } from '@/lib/core/result'
import type { DraftNoteRow } from '@/lib/store/notes'
import type { Store } from '@/lib/store/store'
import { partsOf } from '../parts-of'
import { findDraftDeck } from './find-draft-deck'

/** Notes that ask the same, or nearly, by the front in each language. */
export async function listDuplicates(
  store: Store,
  actor: SignedIn,
  { slug }: { slug: string },
): Promise<Result<{ groups: DuplicateGroup[] }>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.drafts')
  if (!found.ok) return found
  const notes: { id: string; draft: NoteDraft }[] = []
  for await (const { row, draft } of wordsOfDraft(store, found.value.deck.id)) {
    if (row.draftDeletedAt === null) notes.push({ id: row.id, draft })
  }
  const groups = new Map<string, DuplicateGroup>()
  for (const locale of LOCALES) {
    const fronts = notes.flatMap(({ id, draft }) => {
      const front = draft.fields[locale]?.front
      return front === undefined ? [] : [{ id, front }]
    })
    const turns = findDuplicatesInTurns(fronts)
    let turn = turns.next()
    for (; !turn.done; turn = turns.next()) await setImmediate()
    for (const group of turn.value) {
      const name = group.ids.join()
      if (groups.get(name)?.likeness !== 'same') groups.set(name, group)
    }
  }
  return ok({ groups: [...groups.values()] })
}

const NOTES_A_TURN = 200

async function* wordsOfDraft(
  store: Store,
  deckId: string,
): AsyncGenerator<{ row: DraftNoteRow; draft: NoteDraft }> {
  for (const part of partsOf(await store.notes.listDrafts(deckId), NOTES_A_TURN)) {
    const published = await store.notes.listPublishedWords(
      part.flatMap(({ id, draft }) => (draft ? [] : [id])),
    )
    for (const row of part) {
      const draft = row.draft ?? published.get(row.id)
      if (draft) yield { row, draft }
    }
    await setImmediate()
  }
}
