import type { Grade, ImportedMemory, StudyEvent } from '@/lib/core/memory/study-event'
import type { Db } from './db'
import type { StudyEvent as StudyEventRow } from './generated/sqlite/client'
import { toDate } from './instant'
import { readJson } from './json-column'

export type StudyEventsTable = ReturnType<typeof studyEventsTable>

export const studyEventsTable = (db: Db) => ({
  async listByCard(userId: string, cardId: string): Promise<StudyEvent[]> {
    return (await db.studyEvent.findMany({ where: { userId, cardId } })).map(toStudyEvent)
  },

  async listByCards(userId: string, cardIds: string[]): Promise<StudyEvent[]> {
    return (await db.studyEvent.findMany({ where: { userId, cardId: { in: cardIds } } })).map(toStudyEvent)
  },

  /** Cards with an event on this study day or later. */
  async listCardIdsSince(userId: string, studyDay: number): Promise<string[]> {
    const rows = await db.studyEvent.groupBy({
      by: ['cardId'],
      where: { userId, studyDay: { gte: studyDay } },
      orderBy: { cardId: 'asc' },
    })
    return rows.map(({ cardId }) => cardId)
  },

  /** Study days with an answer, the latest first. */
  async listAnswerDays(userId: string, throughDay: number, limit: number): Promise<number[]> {
    const rows = await db.studyEvent.groupBy({
      by: ['studyDay'],
      where: { userId, kind: 'ANSWER', studyDay: { lte: throughDay } },
      orderBy: { studyDay: 'desc' },
      take: limit,
    })
    return rows.map(({ studyDay }) => studyDay)
  },

  async listByUser(userId: string): Promise<StudyEvent[]> {
    return (await db.studyEvent.findMany({ where: { userId }, orderBy: { id: 'asc' } })).map(toStudyEvent)
  },

  /**
   * Of the cards of these decks, from an instant on: what an instructor's figures are counted from. The next `limit` in
   * the order of their ids, so that no long log is read in one step.
   */
  async listOfDecks(
    userId: string,
    {
      deckIds,
      sinceMs,
      afterId,
      limit,
    }: { deckIds: string[]; sinceMs: number; afterId: string; limit: number },
  ): Promise<StudyEvent[]> {
    if (deckIds.length === 0) return []
    const rows = await db.studyEvent.findMany({
      where: {
        userId,
        id: { gt: afterId },
        answeredAt: { gte: toDate(sinceMs) },
        card: { note: { deckId: { in: deckIds } } },
      },
      orderBy: { id: 'asc' },
      take: limit,
      select: FOR_FIGURES,
    })
    return rows.map((row) => toStudyEvent({ ...row, ...NOT_READ }))
  },

  async countByUser(userId: string): Promise<number> {
    return db.studyEvent.count({ where: { userId } })
  },

  async listCardIds(userId: string): Promise<string[]> {
    const rows = await db.studyEvent.groupBy({
      by: ['cardId'],
      where: { userId },
      orderBy: { cardId: 'asc' },
    })
    return rows.map(({ cardId }) => cardId)
  },

  /** Unites one learner's log with another's; an event that both have (an outbox sent twice) stays one. */
  async moveAll(fromId: string, toId: string): Promise<void> {
    const events = await db.studyEvent.findMany({ where: { userId: fromId }, select: { id: true } })
    for (let i = 0; i < events.length; i += 500) {
      const ids = events.slice(i, i + 500).map(({ id }) => id)
      const doubled = await db.studyEvent.findMany({
        where: { userId: toId, id: { in: ids } },
        select: { id: true },
      })
      await db.studyEvent.deleteMany({ where: { userId: fromId, id: { in: doubled.map(({ id }) => id) } } })
    }
    await db.studyEvent.updateMany({ where: { userId: fromId }, data: { userId: toId } })
  },
})

const FOR_FIGURES = {
  userId: true,
  id: true,
  cardId: true,
  kind: true,
  after: true,
  grade: true,
  target: true,
  answeredAt: true,
  studyDay: true,
  millis: true,
  attemptId: true,
} as const

const NOT_READ = { schedulerRevisionId: '', noteRevision: null, flag: null, imported: null }

/** Absent parts are left out, as in what the client sent. */
export function toStudyEvent(row: Omit<StudyEventRow, 'claimedAt' | 'receivedAt'>): StudyEvent {
  return {
    id: row.id,
    cardId: row.cardId,
    kind: row.kind,
    after: row.after,
    answeredAt: row.answeredAt.getTime(),
    studyDay: row.studyDay,
    schedulerRevisionId: row.schedulerRevisionId,
    ...(row.grade !== null && { grade: row.grade as Grade }), // checked before it was stored
    ...(row.millis !== null && { millis: row.millis }),
    ...(row.flag !== null && { flag: row.flag }),
    ...(row.target !== null && { target: row.target }),
    ...(row.noteRevision !== null && { noteRevision: row.noteRevision }),
    ...(row.attemptId !== null && { attemptId: row.attemptId }),
    ...(row.imported !== null && { imported: readJson<ImportedMemory>(row.imported) }),
  }
}
