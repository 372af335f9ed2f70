import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { Store } from '@/lib/store/store'
import { bringHistories, takeHistoriesBack, type BroughtHistory } from './bring-histories'
import { contentOf, optionsOf } from './import-job'
import { cardsByNote, type Item } from './staged-notes'

/** The importer's own memories, brought note by note; see `takeMemoriesBack` for an import that fails. */
export class StagedHistories {
  #count = 0

  constructor(
    private readonly store: Store,
    private readonly job: ImportJobRow,
    private readonly calendar: StudyCalendar,
    private readonly schedulerRevisionId: string,
    private readonly now: number,
  ) {}

  /** How many cards had one. */
  get count(): number {
    return this.#count
  }

  async bring(items: Item[]): Promise<void> {
    const brought = await historiesOf(this.store, items)
    if (brought.length === 0) return
    const { store, job, calendar, schedulerRevisionId, now } = this
    const place = { importId: job.id, calendar, schedulerRevisionId, now }
    this.#count += await bringHistories(store, job.userId, brought, place)
  }
}

/** All that an import brought, found by its own notes: so it can be done by another server than the one that began. */
export async function takeMemoriesBack(store: Store, job: ImportJobRow, now: number): Promise<void> {
  if (!optionsOf(job)?.scheduling) return
  for (let after = -1; ;) {
    const items = await store.importItems.listPart(job.userId, job.id, after, 40)
    const last = items.at(-1)
    if (!last) return
    after = last.position
    const brought = await historiesOf(store, items)
    if (brought.length > 0) await takeHistoriesBack(store, job.userId, brought, { importId: job.id, now })
  }
}

/** Each history of these notes with the card that it belongs to. */
async function historiesOf(store: Store, items: Item[]): Promise<BroughtHistory[]> {
  const own = items.filter((item) => item.noteId !== null && contentOf(item).note?.histories)
  const cards = await cardsByNote(
    store,
    own.flatMap(({ noteId }) => noteId ?? []),
  )
  return own.flatMap((item): BroughtHistory[] =>
    (contentOf(item).note?.histories ?? []).flatMap((history) => {
      const card = cards.get(item.noteId ?? '')?.find(({ ord }) => ord === history.ord)
      return card ? [{ cardId: card.id, history }] : []
    }),
  )
}
