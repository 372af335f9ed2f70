import type { AttemptContext, AttemptOutcome, ClientAttempt } from '@/lib/core/exercises/attempt'
import type { Given } from '@/lib/core/exercises/exercise'
import type { AttemptForm, Responses } from '@/lib/core/exercises/grade-attempt'
import type { MasteryAttempt } from '@/lib/core/exercises/mastery'
import type { Db } from './db'
import type { Attempt as AttemptRow } from './generated/sqlite/client'
import { toDate } from './instant'
import { readJson, writeJson } from './json-column'
import { isUniqueViolation } from './unique-violation'

export type StoredAttempt = Omit<ClientAttempt, 'context' | 'gaveUp'> & {
  context: AttemptContext
  /** Of a quiz, the sitting whose finish wrote it. */
  quizRunId?: string
  outcome: AttemptOutcome
  score: number
  /** Names of the slips found, by task. */
  slips: Record<string, string[]>
  receivedAt: number
}

export type AttemptsTable = ReturnType<typeof attemptsTable>

export const attemptsTable = (db: Db) => ({
  /** Null when it is new; otherwise the one that is there, unchanged. */
  async insert(userId: string, attempt: StoredAttempt): Promise<StoredAttempt | null> {
    const { startedAt, finishedAt, receivedAt, numbers, responses, slips, ...rest } = attempt
    try {
      await db.attempt.create({
        data: {
          ...rest,
          userId,
          numbers: writeJson(numbers),
          responses: writeJson(responses),
          slips: writeJson(slips),
          startedAt: toDate(startedAt),
          finishedAt: toDate(finishedAt),
          receivedAt: toDate(receivedAt),
        },
      })
      return null
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      return this.find(userId, attempt.id)
    }
  },

  async find(userId: string, id: string): Promise<StoredAttempt | null> {
    const row = await db.attempt.findUnique({ where: { userId_id: { userId, id } } })
    return row === null ? null : toAttempt(row)
  },

  async countByUser(userId: string): Promise<number> {
    return db.attempt.count({ where: { userId } })
  },

  async listByUser(userId: string): Promise<StoredAttempt[]> {
    const rows = await db.attempt.findMany({ where: { userId }, orderBy: { finishedAt: 'asc' } })
    return rows.map(toAttempt)
  },

  async listOfQuizRun(userId: string, quizRunId: string): Promise<StoredAttempt[]> {
    const rows = await db.attempt.findMany({ where: { userId, quizRunId }, orderBy: { finishedAt: 'asc' } })
    return rows.map(toAttempt)
  },

  /** Those of one learner that a class sees, by id or by the quiz run they belong to: only what slips are counted from. */
  async listSlips(
    userId: string,
    { ids, runIds }: { ids: string[]; runIds: string[] },
  ): Promise<{ id: string; exercise: string; slips: Record<string, string[]> }[]> {
    const found = new Map<string, { id: string; exercise: string; slips: Record<string, string[]> }>()
    const select = { id: true, exercise: true, slips: true }
    for (let i = 0; i < ids.length; i += 500) {
      const where = { userId, id: { in: ids.slice(i, i + 500) } }
      for (const row of await db.attempt.findMany({ where, select }))
        found.set(row.id, { ...row, slips: readJson<Record<string, string[]>>(row.slips) })
    }
    const where = { userId, context: 'QUIZ' as const, quizRunId: { in: runIds } }
    for (const row of runIds.length === 0 ? [] : await db.attempt.findMany({ where, select }))
      found.set(row.id, { ...row, slips: readJson<Record<string, string[]>>(row.slips) })
    return [...found.values()]
  },

  /** What mastery is folded from, the latest first, at most `limit`, without those of some runs of quizzes. */
  async listForMastery(
    userId: string,
    limit: number,
    withoutRuns: readonly string[] = [],
  ): Promise<MasteryAttempt[]> {
    const others = { OR: [{ quizRunId: null }, { quizRunId: { notIn: [...withoutRuns] } }] }
    const rows = await db.attempt.findMany({
      where: { userId, ...(withoutRuns.length > 0 && others) },
      orderBy: { finishedAt: 'desc' },
      take: limit,
      select: { id: true, exercise: true, seed: true, outcome: true, hints: true, finishedAt: true },
    })
    return rows.map(({ exercise, outcome, finishedAt, ...row }) => ({
      ...row,
      skill: exercise,
      outcome: readOutcome(outcome),
      finishedAt: finishedAt.getTime(),
    }))
  },

  /** Unites one learner's attempts with another's; one that both have stays one. */
  async moveAll(fromId: string, toId: string): Promise<void> {
    const mine = await db.attempt.findMany({ where: { userId: fromId }, select: { id: true } })
    for (const { id } of mine) {
      const isDoubled = (await db.attempt.count({ where: { userId: toId, id } })) > 0
      if (isDoubled) await db.attempt.deleteMany({ where: { userId: fromId, id } })
    }
    await db.attempt.updateMany({ where: { userId: fromId }, data: { userId: toId } })
  },
})

function toAttempt(row: AttemptRow): StoredAttempt {
  const { userId: _, quizRunId, ...rest } = row
  return {
    ...rest,
    form: readForm(row.form),
    outcome: readOutcome(row.outcome),
    numbers: readJson<Given>(row.numbers),
    responses: readJson<Responses>(row.responses),
    slips: readJson<Record<string, string[]>>(row.slips),
    startedAt: row.startedAt.getTime(),
    finishedAt: row.finishedAt.getTime(),
    receivedAt: row.receivedAt.getTime(),
    ...(quizRunId === null ? {} : { quizRunId }),
  }
}

const readForm = (text: string): AttemptForm => (text === 'hard' ? 'hard' : 'stepwise')

const readOutcome = (text: string): AttemptOutcome =>
  text === 'right' || text === 'coarse' || text === 'slip' ? text : 'wrong'
