import type { QuizAnswers } from '@/lib/core/quiz/quiz'
import type { QuestionVerdict, QuizScore } from '@/lib/core/quiz/score-quiz'
import type { QuizTerms } from '@/lib/core/classroom/quiz-terms'
import type { Db } from './db'
import type { QuizRun } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'
import { readJson, writeJson } from './json-column'

export type QuizResult = QuizScore & { verdicts: QuestionVerdict[] }

export type QuizRunRow = Omit<WithMs<QuizRun>, 'answers' | 'score'> & {
  answers: QuizAnswers
  /** Null until it is finished. */
  score: QuizResult | null
}

export type ClassRun = {
  userId: string
  id: string
  assignmentId: string
  startedAt: number
  finishedAt: number | null
  /** 0 to 1; null until it is finished. */
  score: number | null
}

type RunWithQuiz = QuizRunRow & {
  quiz: { link: string; title: string }
  assignment: { id: string; classId: string } | null
}

type NewRun = { id: string; quizId: string; startedAt: number } & Partial<
  Pick<QuizRunRow, 'assignmentId' | 'numbersOf'>
>

export type QuizRunsTable = ReturnType<typeof quizRunsTable>

export const quizRunsTable = (db: Db) => ({
  /** Makes the run if there is none, and takes it until the transaction ends: a run that is there stays as it is. */
  async take(userId: string, run: NewRun): Promise<QuizRunRow> {
    const { id, quizId, assignmentId, numbersOf } = run
    const row = await db.quizRun.upsert({
      where: { userId_id: { userId, id } },
      create: { userId, id, quizId, assignmentId, numbersOf, startedAt: toDate(run.startedAt), answers: {} },
      update: { id },
    })
    return toRun(row)
  },

  async saveAnswers(userId: string, id: string, answers: QuizAnswers): Promise<void> {
    await db.quizRun.updateMany({
      where: { userId, id, finishedAt: null },
      data: { answers: writeJson(answers) },
    })
  },

  /** False when it is finished already. */
  async finish(userId: string, id: string, score: QuizResult, finishedAt: number): Promise<boolean> {
    const { count } = await db.quizRun.updateMany({
      where: { userId, id, finishedAt: null },
      data: { score: writeJson(score), finishedAt: toDate(finishedAt) },
    })
    return count === 1
  },

  async find(userId: string, id: string): Promise<QuizRunRow | null> {
    const row = await db.quizRun.findUnique({ where: { userId_id: { userId, id } } })
    return row === null ? null : toRun(row)
  },

  /** The latest first, with the quiz's link and name. */
  async listByUser(userId: string, limit?: number): Promise<RunWithQuiz[]> {
    const rows = await db.quizRun.findMany({
      where: { userId },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      ...(limit === undefined ? {} : { take: limit }),
      include: {
        quiz: { select: { link: true, title: true } },
        assignment: { select: { id: true, classId: true } },
      },
    })
    return rows.map(({ quiz, assignment, ...row }) => ({ ...toRun(row), quiz, assignment }))
  },

  /** Of one learner, the latest first. */
  async listOfAssignment(userId: string, assignmentId: string): Promise<QuizRunRow[]> {
    const rows = await db.quizRun.findMany({
      where: { userId, assignmentId },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    })
    return rows.map(toRun)
  },

  /** Everybody's runs for these assignments, as far as a class sees them. */
  async listOfAssignments(assignmentIds: string[]): Promise<ClassRun[]> {
    const rows = await db.quizRun.findMany({
      where: { assignmentId: { in: assignmentIds } },
      select: { userId: true, id: true, assignmentId: true, startedAt: true, finishedAt: true, score: true },
      orderBy: { startedAt: 'asc' },
    })
    return rows.flatMap(({ assignmentId, score, ...row }) =>
      assignmentId === null
        ? []
        : [{ ...withMs(row), assignmentId, score: readJson<QuizResult | null>(score)?.score ?? null }],
    )
  },

  /** Finished runs of quizzes that tell their class nothing before they are due, with the terms. */
  async listWithTerms(userId: string): Promise<{ id: string; terms: QuizTerms }[]> {
    const rows = await db.quizRun.findMany({
      where: { userId, finishedAt: { not: null }, assignment: { feedback: 'AFTER_DUE' } },
      select: { id: true, assignment: true },
    })
    return rows.flatMap(({ id, assignment }) =>
      assignment === null ? [] : [{ id, terms: withMs(assignment) }],
    )
  },

  /** How often each of these assignments was begun and finished. */
  async countByAssignment(
    userId: string,
    assignmentIds: string[],
  ): Promise<Map<string, { begun: number; finished: number }>> {
    const rows = await db.quizRun.groupBy({
      by: ['assignmentId'],
      where: { userId, assignmentId: { in: assignmentIds } },
      _count: { _all: true, finishedAt: true },
    })
    return new Map(
      rows.flatMap(({ assignmentId, _count }) =>
        assignmentId === null ? [] : [[assignmentId, { begun: _count._all, finished: _count.finishedAt }]],
      ),
    )
  },

  /** Unites one learner's runs with another's; one that both have stays one. */
  async moveAll(fromId: string, toId: string): Promise<void> {
    const doubled = await db.quizRun.findMany({ where: { userId: toId }, select: { id: true } })
    await db.quizRun.deleteMany({ where: { userId: fromId, id: { in: doubled.map(({ id }) => id) } } })
    await db.quizRun.updateMany({ where: { userId: fromId }, data: { userId: toId } })
  },
})

const toRun = (row: QuizRun): QuizRunRow => ({
  ...withMs(row),
  answers: readJson<QuizAnswers>(row.answers),
  score: readJson<QuizResult | null>(row.score),
})
