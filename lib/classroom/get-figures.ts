import type { SignedIn } from '@/lib/core/access/actor'
import { hardestCards } from '@/lib/core/classroom/hardest-cards'
import { learnerFigures, type CardFigures } from '@/lib/core/classroom/learner-figures'
import { slipFigures, type SlipAttempt } from '@/lib/core/classroom/slip-figures'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { assignmentView, type AssignmentView } from './assignment-view'
import { findClass } from './find-class'
import { learnerRow, type LearnerRow } from './learner-row'
import { loadRecords } from './load-records'
import { hardCardsWithSides, type ShownHardCard } from './hard-cards-with-sides'
import { nameSlips, type NamedSkill } from './name-slips'

const MOST_HARD_CARDS = 10

export type ClassFigures = {
  /** When it was counted, epoch ms. */
  at: number
  assignments: AssignmentView[]
  learners: LearnerRow[]
  /** Of each deck that was given, the cards that are forgotten most. */
  decks: {
    assignmentId: string
    openReports: number
    hardest: ShownHardCard[]
  }[]
  skills: NamedSkill[]
}

/** Who keeps up, what is hard and which slips are made: counted from the logs at this instant, and kept nowhere. */
export async function getFigures(
  store: Store,
  actor: SignedIn,
  { id }: { id: string },
  now: number,
): Promise<Result<ClassFigures>> {
  if (!(await findClass(store, actor, id, 'class.teach'))) return fail('not-found')
  const assignments = await store.assignments.listByClass(id)
  const members = (await store.classMembers.listByClass(id)).filter(({ role }) => role === 'LEARNER')
  const learners: LearnerRow[] = []
  const cards: CardFigures[][] = []
  const attempts: SlipAttempt[] = []
  for await (const seen of loadRecords(store, assignments, members, now)) {
    const figures = learnerFigures(seen.record)
    learners.push(learnerRow(seen, figures, assignments))
    cards.push(figures.byCard)
    attempts.push(...seen.attempts)
  }
  return ok({
    at: now,
    assignments: assignments.map(assignmentView),
    learners,
    decks: await countDecks(store, assignments, cards),
    skills: await nameSlips(store, actor, slipFigures(attempts)),
  })
}

async function countDecks(
  store: Store,
  assignments: { id: string; deckId: string | null }[],
  cards: CardFigures[][],
): Promise<ClassFigures['decks']> {
  const deckIds = assignments.flatMap(({ deckId }) => deckId ?? [])
  const [ofDeck, reports] = await Promise.all([
    store.studyCards.listIds(deckIds),
    store.cardReports.countOpenByDecks(deckIds),
  ])
  const decks: ClassFigures['decks'] = []
  for (const { id, deckId } of assignments) {
    if (deckId === null) continue
    const own = new Set(ofDeck.get(deckId))
    const hardest = hardestCards(
      cards.map((figures) => figures.filter(({ cardId }) => own.has(cardId))),
      MOST_HARD_CARDS,
    )
    decks.push({
      assignmentId: id,
      openReports: reports.get(deckId) ?? 0,
      hardest: await hardCardsWithSides(store, hardest),
    })
  }
  return decks
}
