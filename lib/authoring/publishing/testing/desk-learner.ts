import type { PackCard, StudyPack } from '@/lib/core/study/study-pack'
import type { EventReceipt } from '@/lib/core/study/event-batch'
import type { Store } from '@/lib/store/store'
import { makeStudyPack } from '@/lib/study/make-study-pack'
import { recordEvents } from '@/lib/study/record-events'
import { BERLIN, seedLearner, testAnswer } from '@/lib/study/testing/seed-study'
import { buildQueue } from '@/lib/core/queue/queue'
import { foldLog } from '@/lib/core/memory/fold'
import { NEW_MEMORY } from '@/lib/core/memory/memory'
import { must } from './writing-desk'

/** Somebody who studies a deck in a browser: asks for a pack, answers from what they hold, and never from what is new since. */
export async function seatLearner(store: Store, deckId: string, clock: { now: number }) {
  const learner = await seedLearner(store)
  const { id: userId, presetId, actor } = learner
  await store.enrolments.create({ userId, deckId, presetId, createdAt: clock.now })
  const user = await store.users.get(userId)
  const settings = { ...user, ...BERLIN, locale: 'en' as const, theme: 'system' as const }
  let pack: StudyPack | null = null

  async function fetchPack(): Promise<StudyPack> {
    pack = must(await makeStudyPack(store, actor, { learner: settings }, clock.now))
    return pack
  }

  return {
    ...learner,
    fetchPack,
    held: () => pack?.cards ?? [],

    /** Ids of the cards that are asked now. */
    async due(): Promise<string[]> {
      const { cards, logs, ...held } = await fetchPack()
      const memories = new Map(
        cards.map(({ id: cardId }) => {
          const log = logs[cardId]
          return [cardId, log ? foldLog(log, { cardId, revisions: held.revisions }).memory : NEW_MEMORY]
        }),
      )
      const queue = buildQueue({
        ...held,
        cards,
        memories,
        answers: [],
        now: clock.now,
        calendar: held.learner,
      })
      return queue.items.map(({ cardId }) => cardId)
    },

    async answer(card: PackCard, grade: 1 | 2 | 3 | 4 = 3): Promise<EventReceipt> {
      const memory = await store.memories.find(userId, card.id)
      const event = testAnswer(learner, card.id, {
        after: memory?.showing ?? null,
        answeredAt: clock.now,
        noteRevision: card.noteRevision,
        grade,
      })
      const batch = { learner: userId, sentAt: clock.now, events: [event] }
      return must(await recordEvents(store, actor, { batch, calendar: BERLIN }, clock.now)).receipts[0]
    },
  }
}

export type DeskLearner = Awaited<ReturnType<typeof seatLearner>>
