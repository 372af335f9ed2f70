import type { QuizAnswers } from '@/lib/core/quiz/quiz'
import type { QuestionVerdict, QuizScore } from '@/lib/core/quiz/score-quiz'
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

export type QuizRunsTable = ReturnType<typeof quizRunsTable>

export const quizRunsTable = (db: Db) => ({
  /** Makes the run if there is none, and takes it until the transaction ends: a run that is there stays as it is. */
  async take(userId: string, run: { id: string; quizId: string; startedAt: number }): Promise<QuizRunRow> {
    const { id, quizId } = run
    const row = await db.quizRun.upsert({
      where: { userId_id: { userId, id } },
      create: { userId, id, quizId, startedAt: toDate(run.startedAt), answers: {} },
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
  async listByUser(
    userId: string,
    limit?: number,
  ): Promise<(QuizRunRow & { quiz: { link: string; title: string } })[]> {
    const rows = await db.quizRun.findMany({
      where: { userId },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      ...(limit === undefined ? {} : { take: limit }),
      include: { quiz: { select: { link: true, title: true } } },
    })
    return rows.map(({ quiz, ...row }) => ({ ...toRun(row), quiz }))
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
