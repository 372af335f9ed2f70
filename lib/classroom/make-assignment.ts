import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import { audit } from '@/lib/account/audit'
import { deckSubject } from '@/lib/authoring/deck-subject'
import { newId } from '@/lib/platform/new-id'
import type { AssignmentRow } from '@/lib/store/assignments'
import type { Store } from '@/lib/store/store'
import type { Tables } from '@/lib/store/tables'
import { findDateProblem } from './find-date-problem'
import { takeTaughtClass } from './find-class'
import { enrolInAssigned } from './enrol-in-assigned'
import { findQuizProblem } from './find-quiz-problem'

const MOST_ASSIGNMENTS = 200

type Dates = { startsAt: number | null; dueAt: number | null }

export type NewAssignment = Dates &
  (
    | { deck: string; examAt: number | null }
    | {
        quiz: string
        attempts: number | null
        numbers: AssignmentRow['numbers']
        feedback: AssignmentRow['feedback']
      }
  )

/**
 * Gives a class a deck that is the instructor's to give, or a quiz of theirs. Who is in the class studies the deck from
 * now on, if it has begun.
 */
export async function makeAssignment(
  store: Store,
  actor: SignedIn,
  { id: classId, given }: { id: string; given: NewAssignment },
  now: number,
): Promise<Result<{ id: string }>> {
  const id = newId(now)
  return store.transaction(async (tables) => {
    const classroom = await takeTaughtClass(tables, actor, classId)
    if (!classroom) return fail('not-found')
    if (classroom.archivedAt !== null) return fail('conflict', { reason: 'class-archived' })
    if ((await tables.assignments.countByClass(classId)) >= MOST_ASSIGNMENTS)
      return fail('conflict', { reason: 'too-many-assignments' })
    const columns = await readGiven(tables, actor, classId, given)
    if (!columns.ok) return columns
    const row = { id, classId, createdAt: now, ...columns.value }
    const problem = findDateProblem(row)
    if (problem) return problem
    await tables.assignments.create(row)
    const members = await tables.classMembers.listByClass(classId)
    const userIds = members.flatMap(({ role, userId }) => (role === 'LEARNER' ? [userId] : []))
    if (row.deckId !== null) await enrolInAssigned(tables, { classId, userIds }, now)
    const detail = { deck: row.deckId, quiz: row.quizId }
    await audit(tables, { actorId: actor.userId, verb: 'assignment-made', classId, detail }, now)
    return ok({ id })
  })
}

type Columns = Omit<AssignmentRow, 'id' | 'classId' | 'createdAt'>

async function readGiven(
  tables: Tables,
  actor: SignedIn,
  classId: string,
  given: NewAssignment,
): Promise<Result<Columns>> {
  const { startsAt, dueAt } = given
  const before = await tables.assignments.listByClass(classId)
  if ('deck' in given) {
    const deck = await tables.decks.findBySlug(given.deck)
    const subject = deck && (await deckSubject(tables, actor, deck))
    if (!deck || !subject || !can(actor, 'deck.read', subject)) return fail('not-found')
    if (!can(actor, 'deck.assign', subject)) return fail('forbidden', { reason: 'not-yours-to-give' })
    if (before.some(({ deckId }) => deckId === deck.id))
      return fail('conflict', { reason: 'already-assigned' })
    const ofQuiz = { quizId: null, attempts: null, numbers: 'SAME', feedback: 'NOW' } as const
    return ok({ deckId: deck.id, startsAt, dueAt, examAt: given.examAt, ...ofQuiz })
  }
  const quiz = await tables.quizzes.findByLink(given.quiz)
  if (!quiz || quiz.ownerId !== actor.userId) return fail('not-found')
  const problem = await findQuizProblem(tables, quiz, before)
  if (problem) return problem
  const { attempts, numbers, feedback } = given
  return ok({ deckId: null, quizId: quiz.id, startsAt, dueAt, examAt: null, attempts, numbers, feedback })
}
