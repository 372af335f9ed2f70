import type { Grade } from '@/lib/core/memory/study-event'
import { recallOn } from '@/lib/core/stats/recall'
import { presetOf } from './new-event'
import type { StudyState } from './study-state'

const COMES_BACK_AFTER = 5

/**
 * Goes through every card that the learner has met, the weakest first. Again brings a card back a few cards later.
 * Nothing is recorded, so nothing is rescheduled.
 */
export function createCram(study: StudyState, deckId: string | undefined) {
  let queue = listMet(study, deckId)
  const before: string[][] = []
  return {
    /** The first that this browser still holds. */
    first(cards: ReadonlyMap<string, unknown>): string | null {
      queue = queue.filter((id) => cards.has(id))
      return queue[0] ?? null
    },
    left: () => queue.length,
    answer(grade: Grade) {
      before.push(queue)
      const [first, ...rest] = queue
      queue = grade === 1 ? rest.toSpliced(COMES_BACK_AFTER, 0, first) : rest
    },
    undo(): boolean {
      const last = before.pop()
      if (last) queue = last
      return last !== undefined
    },
  }
}

export function listMet(study: StudyState, deckId: string | undefined): string[] {
  return [...study.cards.values()]
    .flatMap((card) => {
      const memory = study.memories.get(card.id)
      if (!memory || memory.suspended || (deckId && card.deckId !== deckId)) return []
      const { weights } = study.pack.revisions[presetOf(study, card.deckId).revisionId]
      const recall = recallOn(study.studyDay, memory, weights)
      return recall === null ? [] : [{ id: card.id, recall }]
    })
    .sort((a, b) => a.recall - b.recall || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}
