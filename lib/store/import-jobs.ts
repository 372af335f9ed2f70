import type { Db } from './db'
import type { ImportJob, ImportStatus } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'
import { readJson, writeJson, writeNullableJson } from './json-column'

/** What a room writes into a job; the store does not look inside. */
type Written = 'options' | 'summary' | 'problem' | 'images' | 'deckIds'

export type ImportJobRow = Omit<WithMs<ImportJob>, Written> & {
  options: unknown
  summary: unknown
  problem: unknown
  images: unknown
  deckIds: string[]
}

export type ImportJobChange = Partial<
  Pick<ImportJobRow, 'status' | 'format' | 'options' | 'summary' | 'problem' | 'images' | 'deckIds'>
>

export type ImportJobsTable = ReturnType<typeof importJobsTable>

export const importJobsTable = (db: Db) => ({
  async create(
    job: Pick<ImportJobRow, 'userId' | 'id' | 'fileName' | 'sha256' | 'createdAt'>,
  ): Promise<void> {
    await db.importJob.create({
      data: {
        ...job,
        status: 'READING',
        format: '',
        images: writeJson([]),
        deckIds: writeJson([]),
        createdAt: toDate(job.createdAt),
        changedAt: toDate(job.createdAt),
      },
    })
  },

  async find(userId: string, id: string): Promise<ImportJobRow | null> {
    const row = await db.importJob.findUnique({ where: { userId_id: { userId, id } } })
    return row === null ? null : toJob(row)
  },

  /** The newest first. */
  async list(userId: string): Promise<ImportJobRow[]> {
    const rows = await db.importJob.findMany({
      where: { userId },
      orderBy: { createdAt: 'desc' },
      omit: { images: true },
    })
    return rows.map((row) => toJob({ ...row, images: [] }))
  },

  /** Those under way of which nothing was heard since: their server is gone. */
  async listSilent(since: number): Promise<ImportJobRow[]> {
    const rows = await db.importJob.findMany({
      where: { status: { in: ['READING', 'APPLYING'] }, changedAt: { lt: toDate(since) } },
    })
    return rows.map(toJob)
  },

  /** Shown or undone, with something left to do of which its summary tells: their server was killed before that. */
  async listUnfinished(): Promise<ImportJobRow[]> {
    const found = await db.$queryRaw<{ userId: string; id: string }[]>`
      SELECT "userId", "id" FROM "ImportJob" WHERE "status" IN ('APPLIED', 'UNDONE')
        AND (("summary" -> 'unsettled') IS NOT NULL OR ("summary" -> 'isHalfUndone') IS NOT NULL)`
    if (found.length === 0) return []
    const rows = await db.importJob.findMany({
      where: { OR: found.map(({ userId, id }) => ({ userId, id })) },
    })
    return rows.map(toJob)
  },

  /**
   * False when it is not in one of these states any more, or when something else was heard of it than at `heardAt`:
   * then somebody else works on it.
   */
  async change(
    userId: string,
    id: string,
    from: ImportStatus[],
    { status, format, options, summary, problem, images, deckIds }: ImportJobChange,
    now: number,
    heardAt?: number,
  ): Promise<boolean> {
    const { count } = await db.importJob.updateMany({
      where: {
        userId,
        id,
        status: { in: from },
        ...(heardAt !== undefined && { changedAt: toDate(heardAt) }),
      },
      data: {
        ...(status && { status }),
        ...(format !== undefined && { format }),
        ...(options !== undefined && { options: writeNullableJson(options) }),
        ...(summary !== undefined && { summary: writeNullableJson(summary) }),
        ...(problem !== undefined && { problem: writeNullableJson(problem) }),
        ...(images !== undefined && { images: writeJson(images) }),
        ...(deckIds !== undefined && { deckIds: writeJson(deckIds) }),
        changedAt: toDate(now),
      },
    })
    return count === 1
  },

  async delete(userId: string, id: string): Promise<void> {
    await db.importJob.deleteMany({ where: { userId, id } })
  },
})

const toJob = (row: ImportJob): ImportJobRow => ({
  ...withMs(row),
  options: row.options,
  summary: row.summary,
  problem: row.problem,
  images: row.images,
  deckIds: readJson<string[]>(row.deckIds),
})
