import type { Memory } from '@/lib/core/memory/memory'
import type { SchedulerSettings } from '@/lib/core/schedule/scheduler-settings'
import { POSTGRES_POOL_SIZE, type PostgresClient } from './connect-postgres'
import type { Prisma } from './generated/postgres/client'
import { toDate, toDateOrNull } from './instant'
import { readJson, writeNullableJson } from './json-column'
import { toMemory } from './memories'
import { toStudyEvent } from './study-events'
import type { StudyTx, StudyWrites } from './study-writes'
import { retryConflicts } from './transaction'

/** One transaction each. No more at a time than there are connections: the others wait here, not in a timeout. */
export function studyWritesOnPostgres(client: PostgresClient): StudyWrites {
  const waiting: (() => void)[] = []
  let free = POSTGRES_POOL_SIZE
  const take = () => (free-- > 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve)))
  const release = () => {
    free++
    waiting.shift()?.()
  }
  return {
    async record(work) {
      await take()
      try {
        return await retryConflicts(() => client.$transaction((tx) => work(studyTx(tx))))
      } finally {
        release()
      }
    },
  }
}

function studyTx(tx: Prisma.TransactionClient): StudyTx {
  return {
    // Shared until the end, so that a merge either comes before us or moves what we wrote.
    async findWriter(userId) {
      const rows = await tx.$queryRaw<{ id: string }[]>`
        SELECT coalesce("mergedIntoId", "id") AS "id" FROM "User" WHERE "id" = ${userId} FOR SHARE`
      return rows[0]?.id ?? null
    },

    async findStudyCard(userId, cardId) {
      const card = await tx.card.findUnique({
        where: { id: cardId },
        select: {
          noteId: true,
          memories: { where: { userId }, select: { version: true } },
          note: {
            select: {
              deck: {
                select: {
                  id: true,
                  key: true,
                  ownerId: true,
                  visibility: true,
                  members: { where: { userId }, select: { role: true } },
                  enrolments: { where: { userId }, select: { preset: { select: { revisionId: true } } } },
                },
              },
            },
          },
        },
      })
      if (card === null) return null
      const { deck } = card.note
      return {
        id: cardId,
        noteId: card.noteId,
        deckId: deck.id,
        deckOwnerId: deck.ownerId,
        isHouseDeck: deck.key !== null,
        deckVisibility: deck.visibility,
        deckRole: deck.members[0]?.role ?? null,
        enrolledRevisionId: deck.enrolments[0]?.preset.revisionId ?? null,
        memoryVersion: card.memories[0]?.version ?? 0,
      }
    },

    async findRevision(userId, id) {
      const row = await tx.schedulerRevision.findUnique({ where: { userId_id: { userId, id } } })
      return row === null ? null : readJson<SchedulerSettings>(row.settings)
    },

    async insertEvent(userId, event) {
      const { count } = await tx.studyEvent.createMany({
        data: {
          ...event,
          userId,
          answeredAt: toDate(event.answeredAt),
          claimedAt: toDate(event.claimedAt),
          receivedAt: toDate(event.receivedAt),
          imported: writeNullableJson(event.imported),
        },
        skipDuplicates: true, // waits for one who is inserting the same
      })
      if (count === 1) return null
      return toStudyEvent(
        await tx.studyEvent.findUniqueOrThrow({ where: { userId_id: { userId, id: event.id } } }),
      )
    },

    async findEvent(userId, id) {
      const row = await tx.studyEvent.findUnique({ where: { userId_id: { userId, id } } })
      return row === null ? null : toStudyEvent(row)
    },

    // By one statement: Prisma's upsert may read first, and what it read may be old when it has the row.
    async takeMemory(userId, cardId) {
      await tx.$executeRaw`
        INSERT INTO "Memory" ("userId", "cardId") VALUES (${userId}, ${cardId})
        ON CONFLICT ("userId", "cardId") DO UPDATE SET "version" = "Memory"."version"`
      return toMemory(await tx.memory.findUniqueOrThrow({ where: { userId_cardId: { userId, cardId } } }))
    },

    async findMemory(userId, cardId) {
      const row = await tx.memory.findUnique({ where: { userId_cardId: { userId, cardId } } })
      return row === null ? null : toMemory(row)
    },

    async isInForce(userId, { id, cardId, kind, target, after, studyDay }) {
      if (kind === 'UNDO') {
        const named = target === undefined ? null : await this.findEvent(userId, target)
        return named !== null && named.cardId === cardId && named.kind !== 'UNDO'
      }
      const undo = await tx.studyEvent.findFirst({ where: { userId, cardId, kind: 'UNDO', target: id } })
      if (undo !== null || kind !== 'ANSWER') return undo === null
      const [winner] = await tx.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM "StudyEvent"
         WHERE "userId" = ${userId} AND "cardId" = ${cardId} AND "kind" = 'ANSWER'
           AND "after" IS NOT DISTINCT FROM ${after} AND "studyDay" = ${studyDay}
           AND "id" NOT IN (SELECT "target" FROM "StudyEvent"
                             WHERE "userId" = ${userId} AND "cardId" = ${cardId} AND "kind" = 'UNDO'
                               AND "target" IS NOT NULL)
         ORDER BY "answeredAt", "id" COLLATE "C" LIMIT 1`
      return winner?.id === id
    },

    async listCardEvents(userId, cardId) {
      return (await tx.studyEvent.findMany({ where: { userId, cardId } })).map(toStudyEvent)
    },

    async saveMemory(userId, cardId, memory: Memory) {
      await tx.memory.updateMany({
        where: { userId, cardId },
        data: {
          ...memory,
          dueAt: toDateOrNull(memory.dueAt),
          showingAt: toDateOrNull(memory.showingAt),
          version: { increment: 1 },
        },
      })
    },
  }
}
