import type { SignedIn } from '@/lib/core/access/actor'
import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { Store } from '@/lib/store/store'
import { bringHistories, takeHistoriesBack, type BroughtHistory } from './bring-histories'
import { contentOf } from './import-job'
import { cardsByNote, type Item } from './staged-notes'

/** The importer's own memories, brought note by note, which an import that fails takes back. */
export class StagedHistories {
  readonly #brought: BroughtHistory[][] = []
  #count = 0

  constructor(
    private readonly store: Store,
    private readonly actor: SignedIn,
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
    this.#brought.push(brought)
    this.#count += await bringHistories(this.store, this.actor, brought, this.#place())
  }

  async takeBack(): Promise<void> {
    for (const brought of this.#brought)
      await takeHistoriesBack(this.store, this.actor, brought, this.#place())
  }

  #place() {
    const { job, calendar, schedulerRevisionId, now } = this
    return { importId: job.id, calendar, schedulerRevisionId, now }
  }
}

/** Each history of these notes with the card that it belongs to. */
export async function historiesOf(store: Store, items: Item[]): Promise<BroughtHistory[]> {
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
