import { findAuthoredExercise } from '@/lib/core/authored-exercises/authored-exercise'
import type { Actor } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import type { DeckFile, DeckFileNote, ExerciseReference } from '@/lib/exchange/deck-file/deck-file'
import { writeDeckFile } from '@/lib/exchange/deck-file/write-deck-file'
import type { Store } from '@/lib/store/store'
import { findReadableDeck } from './deck-subject'

/** A deck, as published, as the file that it can be imported from again. */
export async function exportDeck(
  store: Store,
  actor: Actor,
  { slug, link }: { slug: string; link?: string | undefined },
): Promise<Result<{ name: string; text: string }>> {
  const found = await findReadableDeck(store, actor, slug, link)
  if (!found) return fail('not-found')
  const { deck } = found
  const key = deck.key ?? deck.slug
  const notes = (await store.notes.listByDeck(deck.id)).flatMap((note): DeckFileNote[] => {
    if (!note.published) return []
    const { kind, tags, source, fields, exercise } = note.published
    const authored = findAuthoredExercise(exercise)
    return [
      {
        key: note.key,
        kind,
        tags,
        ...(source === undefined ? {} : { source }),
        fields,
        ...(isExerciseReference(exercise) ? { exercise } : {}),
        ...(authored === null ? {} : { exercise: authored }),
      },
    ]
  })
  const file: DeckFile = { key, title: deck.title, description: deck.description, notes }
  return ok({ name: `${key}.md`, text: writeDeckFile(file) })
}

const isExerciseReference = (value: unknown): value is ExerciseReference =>
  typeof value === 'object' && value !== null && 'id' in value && 'parameters' in value
