import type { Grade } from '@/lib/core/memory/study-event'
import { retrievability } from '@/lib/core/schedule/forgetting-curve'
import { presetOf } from './new-event'
import type { StudyState } from './study-state'

/**
 * Goes through every card that the learner has met, the weakest first, until each was recalled once. Nothing is
 * recorded, so nothing is rescheduled.
 */
export function createCram(study: StudyState, deckId: string | undefined) {
  let queue = listMet(study, deckId)
  const before: string[][] = []
  return {
    first: (): string | null => queue[0] ?? null,
    left: () => queue.length,
    answer(grade: Grade) {
      before.push(queue)
      const [first, ...rest] = queue
      queue = grade === 1 ? [...rest, first] : rest
    },
    undo(): boolean {
      const last = before.pop()
      if (last) queue = last
      return last !== undefined
    },
  }
}

export function listMet(study: StudyState, deckId: string | undefined): string[] {
  const recallOf = (id: string, deck: string) => {
    const memory = study.memories.get(id)
    const revision = study.pack.revisions[presetOf(study, deck).revisionId]
    if (!memory || memory.stability === null || memory.lastDay === null) return 0
    return retrievability(study.studyDay - memory.lastDay, memory.stability, revision.weights)
  }
  return [...study.cards.values()]
    .filter((card) => !deckId || card.deckId === deckId)
    .filter((card) => isMet(study, card.id))
    .map((card) => ({ id: card.id, recall: recallOf(card.id, card.deckId) }))
    .sort((a, b) => a.recall - b.recall || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

function isMet({ memories }: StudyState, id: string): boolean {
  const memory = memories.get(id)
  return memory !== undefined && memory.state !== 'NEW' && !memory.suspended
}
