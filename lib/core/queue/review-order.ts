import { retrievability } from '../schedule/forgetting-curve'
import type { QueueInput } from './queue-input'
import type { CardStanding } from './standing'

/**
 * How reviews follow each other: what is most likely forgotten first, or by due day where every deck of the sitting
 * wants that.
 */
export function reviewOrder(
  input: QueueInput,
  studyDay: number,
): (a: CardStanding, b: CardStanding) => number {
  const recall = recallOf(input, studyDay)
  const presets = new Map(input.presets.map((preset) => [preset.id, preset]))
  const isByDay = input.decks.every(({ presetId }) => presets.get(presetId)?.reviewOrder === 'dueDay')
  const byDay = (a: CardStanding, b: CardStanding) => (a.dueDay ?? 0) - (b.dueDay ?? 0)
  const byRecall = (a: CardStanding, b: CardStanding) => recall(a) - recall(b)
  const [first, second] = isByDay ? [byDay, byRecall] : [byRecall, byDay]
  return (a, b) => first(a, b) || second(a, b) || (a.card.id < b.card.id ? -1 : a.card.id > b.card.id ? 1 : 0)
}

/** The probability that a card is recalled on a study day, under its deck's weights. Each is computed once. */
function recallOf(
  { decks, presets, revisions }: QueueInput,
  studyDay: number,
): (standing: CardStanding) => number {
  const weightsOfDeck = new Map(
    decks.map(({ id, presetId }) => {
      const preset = presets.find((preset) => preset.id === presetId)
      return [id, preset && revisions[preset.revisionId]?.weights]
    }),
  )
  const known = new Map<string, number>()
  return ({ card, memory }) => {
    const before = known.get(card.id)
    if (before !== undefined) return before
    const weights = weightsOfDeck.get(card.deckId)
    if (!weights) throw new Error(`The scheduler revision of deck ${card.deckId} is not given`)
    const { stability, lastDay } = memory
    const recall =
      stability === null || lastDay === null ? 0 : retrievability(studyDay - lastDay, stability, weights)
    known.set(card.id, recall)
    return recall
  }
}
