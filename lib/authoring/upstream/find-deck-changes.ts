import { LOCALES, type Locale, type Localized } from '@/lib/core/content/content'
import type { DeckPublicationRow } from '@/lib/store/deck-publications'
import type { DeckDraft, DeckRow } from '@/lib/store/decks'
import type { Store } from '@/lib/store/store'
import { findPublication } from '../publishing/find-publication'
import { inOrderOf, isSameOrder } from './in-order-of'

export const DECK_PARTS = ['title', 'description', 'order'] as const
export type DeckPart = (typeof DECK_PARTS)[number]

/** Of the deck itself; an order has no words. */
export type DeckChange = {
  part: DeckPart
  /** The copy changed the same: taking it over replaces what the copy says. */
  isConflict: boolean
  ours: Localized<string> | null
  merged: Localized<string> | null
}

/** What became of an original's title, description and order since a copy last took it over. */
export async function findDeckChanges(store: Store, copy: DeckRow, original: DeckRow): Promise<DeckChange[]> {
  const base = copy.copiedVersion === null ? null : await findPublication(store, original, copy.copiedVersion)
  if (base === null) return []
  const standing = standingOf(copy)
  const words = (['title', 'description'] as const).flatMap((part): DeckChange[] => {
    const merge = mergeWords(base[part], standing[part], original[part])
    return merge === null ? [] : [{ part, ...merge, ours: standing[part] }]
  })
  const order = await findOrderChange(store, copy, original, base)
  return order === null ? words : [...words, { part: 'order', ...order, ours: null, merged: null }]
}

/** As the copy's authors have it. */
export const standingOf = ({ draft, title, description }: DeckRow): DeckDraft =>
  draft ?? { title, description }

/** Language by language; null where there is nothing to take over. */
function mergeWords(
  was: Localized<string>,
  ours: Localized<string>,
  theirs: Localized<string>,
): { isConflict: boolean; merged: Localized<string> } | null {
  const differs = (a: Localized<string>, b: Localized<string>, locale: Locale) =>
    (a[locale] ?? '') !== (b[locale] ?? '')
  const moved = LOCALES.filter((locale) => differs(was, theirs, locale) && differs(ours, theirs, locale))
  if (moved.length === 0) return null
  const merged = Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const text = moved.includes(locale) ? theirs[locale] : ours[locale]
      return text === undefined ? [] : [[locale, text] as const]
    }),
  )
  return { merged, isConflict: moved.some((locale) => differs(ours, was, locale)) }
}

async function findOrderChange(
  store: Store,
  copy: DeckRow,
  original: DeckRow,
  base: DeckPublicationRow,
): Promise<{ isConflict: boolean } | null> {
  const heads = await store.notes.listHeads(original.id)
  const keyOf = new Map(heads.map(({ id, key }) => [id, key]))
  const was = base.manifest.flatMap(([id]) => keyOf.get(id) ?? [])
  const theirs = (await store.notes.listOrder(original.id)).map(({ key }) => key)
  if (isSameOrder(was, theirs)) return null
  const ours = await ownOrder(store, copy)
  return isSameOrder(ours, theirs) ? null : { isConflict: !isSameOrder(was, ours) }
}

const ownOrder = async (store: Store, copy: DeckRow): Promise<string[]> =>
  (await store.notes.listDrafts(copy.id)).flatMap(({ key, draftDeletedAt }) =>
    draftDeletedAt === null ? [key] : [],
  )

/** The copy's notes in the original's order, where their authors put them: its own stay where they stand. */
export async function takeOrder(store: Store, copy: DeckRow, original: DeckRow): Promise<void> {
  const theirs = (await store.notes.listOrder(original.id)).map(({ key }) => key)
  await store.transaction(async (tables) => {
    await tables.decks.take(copy.id)
    const rows = await tables.notes.listDrafts(copy.id)
    const idOf = new Map(rows.map(({ key, id }) => [key, id]))
    const deleted = new Set(rows.flatMap((row) => (row.draftDeletedAt === null ? [] : [row.key])))
    const wanted = inOrderOf(
      rows.map(({ key }) => key),
      theirs.filter((key) => !deleted.has(key)),
    )
    await tables.notes.setDraftPositions(
      wanted.flatMap((key, place): [string, number][] => {
        const [id, before] = [idOf.get(key), rows[place]]
        return id === undefined || ((before.draftPosition ?? before.position) === place && before.id === id)
          ? []
          : [[id, place]]
      }),
    )
  })
}
