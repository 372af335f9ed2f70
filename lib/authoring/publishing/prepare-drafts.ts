import { setImmediate } from 'node:timers/promises'
import type { SignedIn } from '@/lib/core/access/actor'
import { LOCALES, type Locale, type NoteContent } from '@/lib/core/content/content'
import { publishableWords } from '@/lib/core/content/draft-of-note'
import { draftStateOf, type DraftState } from '@/lib/core/content/draft-state'
import type { DraftNoteRow } from '@/lib/store/notes'
import type { Store } from '@/lib/store/store'
import type { NoteProblem } from '../check-note'
import { checkDraft } from '../drafts/check-draft'
import { partsOf } from '../parts-of'

/** A note of a deck's draft; changed ones rendered, with what keeps them from being published. */
export type PreparedDraft = {
  row: DraftNoteRow
  state: DraftState
  /** Null where nothing is to be written of it, and where it goes away. */
  content: NoteContent | null
  media: string[]
  problems: NoteProblem[]
}

const MILLISECONDS_A_TURN = 20

/** In the order of `rows`. Rendering pauses every few milliseconds, so that learners' answers do not wait. */
export async function prepareDrafts(
  store: Store,
  actor: SignedIn,
  rows: DraftNoteRow[],
): Promise<PreparedDraft[]> {
  const prepared: PreparedDraft[] = []
  let turnBegan = performance.now()
  for (const row of rows) {
    const state = draftStateOf(row)
    if (row.draft === null || state === 'deleted') {
      prepared.push({ row, state, content: null, media: [], problems: [] })
      continue
    }
    prepared.push({ row, state, ...(await checkDraft(store, actor, row.draft)) })
    if (performance.now() - turnBegan < MILLISECONDS_A_TURN) continue
    await setImmediate()
    turnBegan = performance.now()
  }
  return prepared
}

/** The languages that a deck's notes are in, some of which are only named here. */
export async function localesOf(store: Store, contents: NoteContent[], keptIds: string[]): Promise<Locale[]> {
  const found = new Set<Locale>()
  for (const { cards } of contents) {
    for (const locale of LOCALES) if (cards.some(({ sides }) => sides[locale])) found.add(locale)
  }
  for (const part of partsOf(keptIds, 200)) {
    if (found.size === LOCALES.length) break
    for (const words of (await store.notes.listPublishedWords(part)).values()) {
      const { kind, fields } = publishableWords(words)
      for (const locale of LOCALES) if (fields[locale] || kind === 'EXERCISE') found.add(locale)
    }
  }
  return LOCALES.filter((locale) => found.has(locale))
}
