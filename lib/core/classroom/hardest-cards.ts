import type { CardFigures } from './learner-figures'

export type HardCard = {
  cardId: string
  /** Answers that tried a memory of an earlier day, those that had lost it, and how many learners these were. */
  asked: number
  forgotten: number
  learners: number
}

/**
 * The cards that a class forgets most, the worst first. Ordered by the lower bound of what may be the true share (Wilson,
 * 95%), so that one unlucky answer does not pass a card that forty people miss.
 */
export function hardestCards(ofLearners: readonly (readonly CardFigures[])[], most: number): HardCard[] {
  const cards = new Map<string, HardCard>()
  for (const figures of ofLearners) {
    for (const { cardId, recall } of figures) {
      const forgotten = recall.asked - recall.kept
      const card = cards.get(cardId) ?? { cardId, asked: 0, forgotten: 0, learners: 0 }
      card.asked += recall.asked
      card.forgotten += forgotten
      if (forgotten > 0) card.learners++
      cards.set(cardId, card)
    }
  }
  return [...cards.values()]
    .filter(({ forgotten }) => forgotten > 0)
    .sort((a, b) => lowerBound(b) - lowerBound(a) || (a.cardId < b.cardId ? -1 : 1))
    .slice(0, most)
}

/** E. B. Wilson, "Probable inference", JASA 22 (1927). */
function lowerBound({ asked, forgotten }: HardCard): number {
  const z = 1.96
  const share = forgotten / asked
  const middle = share + (z * z) / (2 * asked)
  const reach = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * asked)) / asked)
  return (middle - reach) / (1 + (z * z) / asked)
}
