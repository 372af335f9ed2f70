import type { Locale, NoteSource } from '@/lib/core/content/content'
import type { Db } from './db'
import type { CardReport, ReportStatus } from './generated/sqlite/client'
import { toDate, toDateOrNull, withMs, type WithMs } from './instant'
import { readJson, writeNullableJson } from './json-column'

export type CardReportRow = Omit<WithMs<CardReport>, 'locale' | 'proposal'> & {
  locale: Locale
  /** The text of that language as the learner would have it. */
  proposal: NoteSource | null
}

export type NewCardReport = Omit<
  CardReportRow,
  'status' | 'answer' | 'answeredById' | 'answeredAt' | 'seenAt'
>

export type CardReportsTable = ReturnType<typeof cardReportsTable>

export const cardReportsTable = (db: Db) => ({
  /** Named by its client: the same one sent twice is one. */
  async put(report: NewCardReport): Promise<void> {
    const data = {
      ...report,
      proposal: writeNullableJson(report.proposal),
      createdAt: toDate(report.createdAt),
    }
    await db.cardReport.upsert({ where: { id: report.id }, create: data, update: {} })
  },

  async find(id: string): Promise<CardReportRow | null> {
    const row = await db.cardReport.findUnique({ where: { id } })
    return row === null ? null : toReport(row)
  },

  /** The oldest first while they wait; settled ones the newest first. `after` is the last id of the page before. */
  async listByDeck(
    deckId: string,
    { isOpen, after, limit }: { isOpen: boolean; after: string | null; limit: number },
  ): Promise<CardReportRow[]> {
    const order = isOpen ? 'asc' : 'desc'
    const rows = await db.cardReport.findMany({
      where: {
        deckId,
        status: isOpen ? 'OPEN' : { not: 'OPEN' },
        ...(after !== null && { id: isOpen ? { gt: after } : { lt: after } }),
      },
      orderBy: { id: order },
      take: limit,
    })
    return rows.map(toReport)
  },

  async listByUser(userId: string, limit: number): Promise<CardReportRow[]> {
    const rows = await db.cardReport.findMany({
      where: { userId },
      orderBy: { createdAt: 'desc' },
      take: limit,
    })
    return rows.map(toReport)
  },

  /** Open ones, by deck. */
  async countOpenByDecks(deckIds: string[]): Promise<Map<string, number>> {
    if (deckIds.length === 0) return new Map()
    const rows = await db.cardReport.groupBy({
      by: ['deckId'],
      where: { deckId: { in: deckIds }, status: 'OPEN' },
      _count: true,
    })
    return new Map(rows.map(({ deckId, _count }) => [deckId, _count]))
  },

  /** Open ones of a deck, by note. */
  async countOpenByNote(deckId: string): Promise<Map<string, number>> {
    const rows = await db.cardReport.groupBy({
      by: ['noteId'],
      where: { deckId, status: 'OPEN' },
      _count: true,
    })
    return new Map(rows.map(({ noteId, _count }) => [noteId, _count]))
  },

  async countOpenOf(userId: string, deckId: string): Promise<number> {
    return db.cardReport.count({ where: { userId, deckId, status: 'OPEN' } })
  },

  /** Answered, and not read by who wrote it. */
  async countUnseen(userId: string): Promise<number> {
    return db.cardReport.count({ where: { userId, status: { not: 'OPEN' }, seenAt: null } })
  },

  async markSeen(userId: string, now: number): Promise<void> {
    await db.cardReport.updateMany({
      where: { userId, status: { not: 'OPEN' }, seenAt: null },
      data: { seenAt: toDate(now) },
    })
  },

  /** False when it is settled already. */
  async settle(
    id: string,
    {
      status,
      answer,
      answeredById,
      answeredAt,
    }: Pick<CardReportRow, 'answer' | 'answeredById' | 'answeredAt'> & {
      status: Exclude<ReportStatus, 'OPEN'>
    },
  ): Promise<boolean> {
    const { count } = await db.cardReport.updateMany({
      where: { id, status: 'OPEN' },
      data: { status, answer, answeredById, answeredAt: toDateOrNull(answeredAt) },
    })
    return count === 1
  },

  async moveAll(fromId: string, toId: string): Promise<void> {
    await db.cardReport.updateMany({ where: { userId: fromId }, data: { userId: toId } })
  },
})

const toReport = (row: CardReport): CardReportRow => ({
  ...withMs(row),
  locale: row.locale as Locale, // the rooms write only locales that there are
  proposal: readJson<NoteSource | null>(row.proposal),
})
