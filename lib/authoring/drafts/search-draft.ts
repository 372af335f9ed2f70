import { setImmediate } from 'node:timers/promises'
import type { SignedIn } from '@/lib/core/access/actor'
import { findAuthoredExercise } from '@/lib/core/authored-exercises/authored-exercise'
import { textsOfExercise } from '@/lib/core/authored-exercises/texts-of-exercise'
import { LOCALES, type NoteDraft } from '@/lib/core/content/content'
import { ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { partsOf } from '../parts-of'
import { findDraftDeck } from './find-draft-deck'

const NOTES_A_TURN = 200

/** The notes of a deck, as its authors have them, whose text, answers, tags, key or source have all the words. */
export async function searchDraft(
  store: Store,
  actor: SignedIn,
  { slug, words }: { slug: string; words: string },
): Promise<Result<{ ids: string[] }>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.drafts')
  if (!found.ok) return found
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  const rows = await store.notes.listDrafts(found.value.deck.id)
  const ids: string[] = []
  for (const part of partsOf(rows, NOTES_A_TURN)) {
    const published = await store.notes.listPublishedWords(
      part.flatMap(({ id, draft }) => (draft ? [] : [id])),
    )
    for (const { id, key, draft } of part) {
      const note = draft ?? published.get(id)
      const text = note && fold(`${key} ${textOf(note)}`)
      if (text !== undefined && wanted.every((word) => text.includes(word))) ids.push(id)
    }
    await setImmediate()
  }
  return ok({ ids })
}

function textOf({ tags, source, fields, exercise }: NoteDraft): string {
  const written = LOCALES.flatMap((locale) => {
    const field = fields[locale]
    return field ? [field.front, field.back, ...(field.answers ?? [])] : []
  })
  const own = findAuthoredExercise(exercise)
  for (const { text } of own === null ? [] : textsOfExercise(own)) written.push(...Object.values(text))
  return [...written, ...tags, source ?? ''].join('\n')
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase()
