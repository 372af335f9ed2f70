import type { Localized } from '@/lib/core/content/content'
import type { Db } from './db'
import type { Assignment } from './generated/sqlite/client'
import { toDate, toDateOrNull, withMs, type WithMs } from './instant'
import { readJson } from './json-column'

export type AssignmentRow = WithMs<Assignment>

export type AssignmentChange = Partial<
  Pick<AssignmentRow, 'startsAt' | 'dueAt' | 'examAt' | 'attempts' | 'numbers' | 'feedback'>
>

/** With what it is called; a deck or a quiz, never both. */
export type NamedAssignment = AssignmentRow & {
  deck: { id: string; slug: string; title: Localized<string> } | null
  quiz: { id: string; title: string } | null
}

export type AssignmentsTable = ReturnType<typeof assignmentsTable>

export const assignmentsTable = (db: Db) => ({
  async create(assignment: AssignmentRow): Promise<void> {
    const { createdAt, startsAt, dueAt, examAt, ...columns } = assignment
    const dates = {
      startsAt: toDateOrNull(startsAt),
      dueAt: toDateOrNull(dueAt),
      examAt: toDateOrNull(examAt),
    }
    await db.assignment.create({ data: { ...columns, createdAt: toDate(createdAt), ...dates } })
  },

  async find(id: string): Promise<NamedAssignment | null> {
    const row = await db.assignment.findUnique({ where: { id }, include: NAMES })
    return row === null ? null : toNamed(row)
  },

  async update(id: string, change: AssignmentChange): Promise<boolean> {
    const { startsAt, dueAt, examAt, ...columns } = change
    const { count } = await db.assignment.updateMany({
      where: { id },
      data: {
        ...columns,
        ...(startsAt !== undefined && { startsAt: toDateOrNull(startsAt) }),
        ...(dueAt !== undefined && { dueAt: toDateOrNull(dueAt) }),
        ...(examAt !== undefined && { examAt: toDateOrNull(examAt) }),
      },
    })
    return count === 1
  },

  async delete(id: string): Promise<boolean> {
    return (await db.assignment.deleteMany({ where: { id } })).count === 1
  },

  /** By due date, those without one last. */
  async listByClass(classId: string): Promise<NamedAssignment[]> {
    const rows = await db.assignment.findMany({ where: { classId }, include: NAMES })
    return rows.map(toNamed).sort(byDue)
  },

  /** What a learner's classes that are not archived ask of them, by due date. */
  async listForLearner(userId: string): Promise<(NamedAssignment & { className: string })[]> {
    const rows = await db.assignment.findMany({
      where: { class: { archivedAt: null, members: { some: { userId, role: 'LEARNER' } } } },
      include: { ...NAMES, class: { select: { name: true } } },
    })
    return rows.map((row) => ({ ...toNamed(row), className: row.class.name })).sort(byDue)
  },

  /** Where classes that this person learns in are asked to take a quiz. */
  async listOfQuiz(userId: string, quizId: string): Promise<AssignmentRow[]> {
    const rows = await db.assignment.findMany({
      where: { quizId, class: { members: { some: { userId, role: 'LEARNER' } } } },
    })
    return rows.map(withMs)
  },

  async countByClass(classId: string): Promise<number> {
    return db.assignment.count({ where: { classId } })
  },

  /**
   * Of these decks those that a class of this person has been given and that are still its instructors' to give: one of
   * them owns or edits the deck. Decks that are everybody's need no class.
   */
  async listOpenedDecks(userId: string, deckIds: string[]): Promise<Set<string>> {
    if (deckIds.length === 0) return new Set()
    const rows = await db.assignment.findMany({
      where: { deckId: { in: deckIds }, class: { members: { some: { userId } } } },
      select: { classId: true, deckId: true },
    })
    const opened = new Set<string>()
    for (const { classId, deckId } of rows)
      if (deckId !== null && !opened.has(deckId) && (await this.isInstructors(classId, deckId)))
        opened.add(deckId)
    return opened
  },

  /** Whether one of a class's instructors owns or edits a deck. */
  async isInstructors(classId: string, deckId: string): Promise<boolean> {
    const mine = [
      { decks: { some: { id: deckId } } },
      { memberships: { some: { deckId, role: 'EDITOR' as const } } },
    ]
    const where = { classId, role: 'INSTRUCTOR' as const, user: { OR: mine } }
    return (await db.classMember.count({ where })) > 0
  },
})

const NAMES = {
  deck: { select: { id: true, slug: true, title: true } },
  quiz: { select: { id: true, title: true } },
} as const

type WithNames = Assignment & {
  deck: { id: string; slug: string; title: unknown } | null
  quiz: { id: string; title: string } | null
}

const toNamed = ({ deck, quiz, ...row }: WithNames): NamedAssignment => {
  const { id, classId, deckId, quizId, createdAt, startsAt, dueAt, examAt, attempts, numbers, feedback } = row
  const columns = {
    id,
    classId,
    deckId,
    quizId,
    createdAt,
    startsAt,
    dueAt,
    examAt,
    attempts,
    numbers,
    feedback,
  }
  return {
    ...withMs(columns),
    deck: deck && {
      ...deck,
      title: readJson<Localized<string>>(deck.title as Parameters<typeof readJson>[0]),
    },
    quiz,
  }
}

const byDue = (a: AssignmentRow, b: AssignmentRow): number =>
  (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
