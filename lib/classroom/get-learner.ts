import type { SignedIn } from '@/lib/core/access/actor'
import { hardestCards } from '@/lib/core/classroom/hardest-cards'
import { learnerFigures, type LearnerFigures } from '@/lib/core/classroom/learner-figures'
import { slipFigures } from '@/lib/core/classroom/slip-figures'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { assignmentView, type AssignmentView } from './assignment-view'
import { findClass } from './find-class'
import { hardCardsWithSides, type ShownHardCard } from './hard-cards-with-sides'
import { learnerRow, type LearnerRow } from './learner-row'
import { loadRecords } from './load-records'
import { nameSlips, type NamedSkill } from './name-slips'

const MOST_HARD_CARDS = 10

export type LearnerPage = {
  className: string
  assignments: AssignmentView[]
  learner: LearnerRow
  byDay: LearnerFigures['byDay']
  hardest: ShownHardCard[]
  skills: NamedSkill[]
  runs: { assignmentId: string; startedAt: number; finishedAt: number | null; score: number | null }[]
}

/** One learner of a class, for who teaches it: the same figures as in the overview, with what they are made of. */
export async function getLearner(
  store: Store,
  actor: SignedIn,
  { id, learnerId }: { id: string; learnerId: string },
  now: number,
): Promise<Result<LearnerPage>> {
  const found = await findClass(store, actor, id, 'class.teach')
  if (!found) return fail('not-found')
  const members = (await store.classMembers.listByClass(id)).filter(
    ({ role, userId }) => role === 'LEARNER' && userId === learnerId,
  )
  const assignments = await store.assignments.listByClass(id)
  for await (const seen of loadRecords(store, assignments, members, now)) {
    const figures = learnerFigures(seen.record)
    return ok({
      className: found.classroom.name,
      assignments: assignments.map(assignmentView),
      learner: learnerRow(seen, figures, assignments),
      byDay: figures.byDay,
      hardest: await hardCardsWithSides(store, hardestCards([figures.byCard], MOST_HARD_CARDS)),
      skills: await nameSlips(store, actor, slipFigures(seen.attempts)),
      runs: seen.runs.map(({ assignmentId, startedAt, finishedAt, score }) => ({
        assignmentId,
        startedAt,
        finishedAt,
        score,
      })),
    })
  }
  return fail('not-found')
}
