import type { QuizDefinition } from '@/lib/core/quiz/quiz'
import type { Db } from './db'
import type { Quiz } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'
import { readJson, writeJson } from './json-column'

export type QuizRow = Omit<WithMs<Quiz>, 'definition'> & { definition: QuizDefinition }

export type QuizzesTable = ReturnType<typeof quizzesTable>

export const quizzesTable = (db: Db) => ({
  async create({ definition, createdAt, ...quiz }: QuizRow): Promise<void> {
    await db.quiz.create({
      data: { ...quiz, definition: writeJson(definition), createdAt: toDate(createdAt) },
    })
  },

  async findByLink(link: string): Promise<QuizRow | null> {
    return toQuizOrNull(await db.quiz.findUnique({ where: { link } }))
  },

  async find(id: string): Promise<QuizRow | null> {
    return toQuizOrNull(await db.quiz.findUnique({ where: { id } }))
  },

  async listByOwner(ownerId: string): Promise<QuizRow[]> {
    const rows = await db.quiz.findMany({ where: { ownerId }, orderBy: { createdAt: 'desc' } })
    return rows.map(toQuiz)
  },

  async moveAll(fromId: string, toId: string): Promise<void> {
    await db.quiz.updateMany({ where: { ownerId: fromId }, data: { ownerId: toId } })
  },

  /** Those that others took stay with them, nameless and without an owner, and those of classes as they are; the rest goes. */
  async forgetOwner(ownerId: string): Promise<void> {
    await db.quiz.deleteMany({
      where: { ownerId, assignments: { none: {} }, runs: { none: { userId: { not: ownerId } } } },
    })
    await db.quiz.updateMany({ where: { ownerId, assignments: { some: {} } }, data: { ownerId: null } })
    await db.quiz.updateMany({ where: { ownerId }, data: { ownerId: null, title: '' } })
  },
})

const toQuiz = (row: Quiz): QuizRow => ({
  ...withMs(row),
  definition: readJson<QuizDefinition>(row.definition),
})
const toQuizOrNull = (row: Quiz | null): QuizRow | null => (row === null ? null : toQuiz(row))
