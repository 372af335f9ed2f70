import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { LOCALES } from '@/lib/core/content/content'
import { findExerciseCard, type ExerciseCard } from '@/lib/core/exercises/exercise-card'
import { fail, ok, type Result } from '@/lib/core/result'
import { newId } from '@/lib/platform/new-id'
import type { DeckRow, NewDeck } from '@/lib/store/decks'
import type { Store } from '@/lib/store/store'
import { AFTER_THE_HOUSE } from './deck-position'
import { findReadableDeck } from './deck-subject'
import { exerciseNoteContent } from './exercise-note-content'
import { takeRoomForDeck } from './max-decks'
import { newSlug } from './new-slug'
import { planPublication, type NoteToPublish } from './plan-publication'
import { writePublication } from './write-publication'

export type ExerciseWish = {
  exercise: string
  rung: number
  form: ExerciseCard['form']
  /** The slug of a deck that one edits; null makes a new one. */
  deck: string | null
}

export type AddedExercise = {
  slug: string
  title: DeckRow['title']
  key: string
  /** `already`: the deck asks this very exercise, and nothing was written. */
  outcome: 'added' | 'already'
  /** What was done besides, for taking it all back. */
  isNewDeck: boolean
  isNewEnrolment: boolean
}

const TITLE = { en: 'My exercises', zh: '我的练习' }

/** An exercise as a card of one's own deck, published to oneself: it is due like any card from now on. */
export async function addExercise(
  store: Store,
  actor: SignedIn,
  wish: ExerciseWish,
  now: number,
): Promise<Result<AddedExercise>> {
  const card = findExerciseCard({ id: wish.exercise, parameters: { rung: wish.rung, form: wish.form } })
  if (card === null) return fail('not-found')
  if (!can(actor, 'deck.create', null)) return fail('forbidden', { reason: 'account-required' })
  if (!can(actor, 'study.write', { userId: actor.userId })) return fail('forbidden')
  const place = await findPlace(store, actor, wish.deck, now)
  if (!place.ok) return place
  const { deck, isNewDeck } = place.value

  const { userId } = actor
  const [preset] = await store.presets.listByUser(userId)
  const isNewEnrolment = isNewDeck || (await store.enrolments.find(userId, deck.id)) === null
  const enrolment = { userId, deckId: deck.id, presetId: preset.id, createdAt: now }
  const notes = isNewDeck ? [] : await store.notes.listExercises(deck.id)
  const wanted = spell(card)
  const same = notes.find(({ published }) => spellStored(published?.exercise) === wanted)
  const key = same?.key ?? (await freeKey(store, deck.id, card))
  const { slug, title } = deck
  const answer = { slug, title, key, isNewDeck, isNewEnrolment }
  if (same !== undefined && same.deletedAt === null) {
    if (isNewEnrolment) await store.enrolments.put(enrolment)
    return ok({ ...answer, outcome: 'already' })
  }
  const before = isNewDeck ? null : await store.decks.find(deck.id)
  const version = isNewDeck ? deck.version : deck.version + 1
  const plan = await planNote(store, deck, version, card, key, now)
  return store.transaction(async (tables) => {
    if (isNewDeck) {
      const room = await takeRoomForDeck(tables, userId)
      if (!room.ok) return room
      await tables.decks.create(deck)
    } else if (!(await tables.decks.update(deck.id, deck.version, {}, now))) return fail('conflict')
    const { id, description, locales } = deck
    const published = { id, version, title, description, locales }
    await writePublication(tables, plan, { before, deck: published, byId: userId }, now)
    if (isNewEnrolment) await tables.enrolments.put(enrolment)
    return ok({ ...answer, outcome: 'added' as const })
  })
}

type Place = { deck: NewDeck; isNewDeck: boolean }

async function findPlace(
  store: Store,
  actor: SignedIn,
  slug: string | null,
  now: number,
): Promise<Result<Place>> {
  if (slug !== null) {
    const found = await findReadableDeck(store, actor, slug)
    if (!found) return fail('not-found')
    if (!can(actor, 'deck.edit', found.subject)) return fail('forbidden')
    return ok({ deck: found.deck, isNewDeck: false })
  }
  const owned = await store.decks.listOwned(actor.userId)
  const deck: NewDeck = {
    id: newId(now),
    slug: newSlug('my-exercises'),
    ownerId: actor.userId,
    key: null,
    sourceHash: null,
    title: freeTitle(owned),
    description: {},
    locales: [...LOCALES],
    visibility: 'PRIVATE',
    version: 1,
    position: AFTER_THE_HOUSE,
    createdAt: now,
    updatedAt: now,
  }
  return ok({ deck, isNewDeck: true })
}

/** Two of one's decks are not called the same. */
function freeTitle(owned: DeckRow[]): DeckRow['title'] {
  const isTaken = (title: typeof TITLE) =>
    owned.some(({ title: { en, zh } }) => en === title.en || zh === title.zh)
  let title = TITLE
  for (let n = 2; isTaken(title); n++) title = { en: `${TITLE.en} ${n}`, zh: `${TITLE.zh} ${n}` }
  return title
}

/** One note more at the deck's end, or the one that was taken out before, with its memory. */
async function planNote(
  store: Store,
  deck: NewDeck,
  version: number,
  card: ExerciseCard,
  key: string,
  now: number,
) {
  const present = (await store.notes.listHeads(deck.id)).filter(
    ({ deletedAt, revision }) => deletedAt === null && revision > 0,
  )
  const notes: NoteToPublish[] = present.map((note) => ({ key: note.key, content: 'as-published' }))
  notes.push({ key, content: exerciseNoteContent(card, deck.locales) })
  return planPublication(store, { id: deck.id, version }, notes, now)
}

async function freeKey(store: Store, deckId: string, { id, rung, form }: ExerciseCard): Promise<string> {
  const wanted = [id, String(rung), ...(form === 'hard' ? ['hard'] : [])].join('-')
  const taken = new Set((await store.notes.listHeads(deckId)).map(({ key }) => key))
  let key = wanted
  for (let n = 2; taken.has(key); n++) key = `${wanted}-${n}`
  return key
}

const spell = ({ id, rung, form }: ExerciseCard) => `${id} ${rung} ${form}`

function spellStored(exercise: unknown): string | null {
  const card = findExerciseCard(exercise)
  return card === null ? null : spell(card)
}
