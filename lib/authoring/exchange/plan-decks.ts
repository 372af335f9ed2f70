import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { deckKeyOf } from '@/lib/exchange/deck-key'
import { newId } from '@/lib/platform/new-id'
import type { DeckRow } from '@/lib/store/decks'
import type { Tables } from '@/lib/store/tables'
import { deckSubject } from '../deck-subject'
import { newSlug } from '../new-slug'
import type { ImportOptions, IncomingDeckView, PlannedDeck } from './import-job'

/** Which of the file's decks come to one deck here: a nested one goes with its outermost, unless each is to be its own. */
export const groupOf = (name: string, nested: ImportOptions['nested']): string =>
  nested === 'decks' ? name : (name.split('::')[0] ?? name)

/** The path inside its group, as a tag. */
export function pathTag(name: string, nested: ImportOptions['nested']): string[] {
  const [, ...path] = name.split('::')
  return nested === 'tags' && path.length > 0
    ? [
        path
          .map((part) => part.replace(/[\s,]+/g, '_'))
          .join('::')
          .slice(0, 60),
      ]
    : []
}

/** Decks that the actor may bring notes into. */
export async function listEditableDecks(tables: Tables, actor: SignedIn): Promise<DeckRow[]> {
  const decks = await tables.decks.listFor(actor.userId)
  const editable: DeckRow[] = []
  for (const deck of decks) {
    if (can(actor, 'deck.edit', await deckSubject(tables, actor, deck))) editable.push(deck)
  }
  return editable
}

/** Each group with the deck that was chosen for it, or, where nothing was, the one that has its notes already. */
export async function planDecks(
  tables: Tables,
  actor: SignedIn,
  options: ImportOptions,
  incoming: { decks: IncomingDeckView[]; keysOf: (group: string) => string[] },
  before: PlannedDeck[],
  now: number,
): Promise<PlannedDeck[]> {
  const editable = await listEditableDecks(tables, actor)
  const owned = editable.filter((deck) => deck.ownerId === actor.userId)
  const groups = [...new Set(incoming.decks.map(({ name }) => groupOf(name, options.nested)))]
  const planned: PlannedDeck[] = []
  const taken = new Set(owned.map(({ key }) => key))
  for (const group of groups) {
    const members = incoming.decks.filter(({ name }) => groupOf(name, options.nested) === group)
    const noteCount = members.reduce((sum, deck) => sum + deck.noteCount, 0)
    const [first] = members
    const wanted = Object.hasOwn(options.targets, group)
      ? editable.find(({ slug }) => slug === options.targets[group])
      : await findKnown(tables, editable, incoming.keysOf(group), first?.title ? first.key : deckKeyOf(group))
    if (wanted) {
      const { id: deckId, slug, key, title, description } = wanted
      planned.push({
        group,
        deckId,
        slug,
        key: key ?? '',
        isNew: false,
        title,
        description,
        noteCount,
        missingCount: 0,
      })
      continue
    }
    const isWhole = members.length === 1 && first?.title !== undefined
    const key = freeKey(isWhole ? first.key : deckKeyOf(group), taken)
    taken.add(key)
    const known = before.find((deck) => deck.isNew && deck.group === group)
    planned.push({
      group,
      deckId: known?.deckId ?? newId(now),
      slug: known?.slug ?? newSlug(key),
      key,
      isNew: true,
      title: (isWhole ? first.title : undefined) ?? { [options.language]: group },
      description: (isWhole ? first.description : undefined) ?? {},
      noteCount,
      missingCount: 0,
    })
  }
  return planned
}

/** The deck with most of these notes; where none has any, the one with this key. */
async function findKnown(
  tables: Tables,
  editable: DeckRow[],
  keys: string[],
  key: string,
): Promise<DeckRow | undefined> {
  const counts = await tables.notes.countKeys(
    editable.map(({ id }) => id),
    keys,
  )
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best ? editable.find(({ id }) => id === best[0]) : editable.find((deck) => deck.key === key)
}

function freeKey(wanted: string, taken: ReadonlySet<string | null>): string {
  let key = wanted
  for (let n = 2; taken.has(key); n++) key = `${wanted.slice(0, 58).replace(/-+$/, '')}-${n}`
  return key
}
