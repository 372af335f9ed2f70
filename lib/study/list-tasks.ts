import type { PackTask } from '@/lib/core/study/study-pack'
import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import type { Store } from '@/lib/store/store'

/** What a learner's classes ask of them, by due date, with how far they are. Few queries for who is in no class. */
export async function listTasks(store: Store, userId: string, calendar: StudyCalendar): Promise<PackTask[]> {
  const assignments = await store.assignments.listForLearner(userId)
  if (assignments.length === 0) return []
  const deckIds = [...new Set(assignments.flatMap(({ deckId }) => deckId ?? []))]
  const [memberships, counts, met, runs] = await Promise.all([
    store.classMembers.listByUser(userId),
    store.decks.countCards(deckIds),
    store.studyCards.listAnswered(userId, deckIds),
    store.quizRuns.countByAssignment(
      userId,
      assignments.map(({ id }) => id),
    ),
  ])
  const joinedDay = new Map(memberships.map((each) => [each.classId, studyDayAt(each.joinedAt, calendar)]))
  return assignments.flatMap((assignment): PackTask[] => {
    const { id, classId, className, startsAt, dueAt, examAt, attempts, deck, quiz } = assignment
    const common = { id, classId, className, startsAt, dueAt }
    if (deck !== null) {
      const since = joinedDay.get(classId) ?? Infinity
      const isMet = (card: { deckId: string; lastDay: number }) =>
        card.deckId === deck.id && card.lastDay >= since
      const cards = counts.get(deck.id) ?? 0
      return [{ ...common, kind: 'deck', deck, examAt, cards, met: met.filter(isMet).length }]
    }
    if (quiz === null) return []
    const { begun, finished } = runs.get(id) ?? { begun: 0, finished: 0 }
    return [{ ...common, kind: 'quiz', title: quiz.title, attempts, begun, finished }]
  })
}
