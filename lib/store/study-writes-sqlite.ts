import { NEW_MEMORY, type Memory } from '@/lib/core/memory/memory'
import type { Grade, ImportedMemory, StudyEvent, StudyEventKind } from '@/lib/core/memory/study-event'
import type { SchedulerSettings } from '@/lib/core/schedule/scheduler-settings'
import type { SqliteConnection } from './connect-sqlite'
import { sqliteInstant } from './sqlite-instant'
import type { ReceivedEvent, StudyCard, StudyTx, StudyWrites } from './study-writes'
import { WriteGroup } from './write-group'

/** Raw prepared statements on the shared connection: measured, four times what Prisma's transactions give. */
export function studyWritesOnSqlite({ database, gate }: SqliteConnection): StudyWrites {
  const group = new WriteGroup(database, gate)
  let tx: StudyTx | undefined // prepared at first use: the tables must be there by then
  return { record: (work) => group.add(() => work((tx ??= prepareStudyTx(database)))) }
}

type NullToAbsent<T> = { [K in keyof T]: T[K] | null }
type EventRow = NullToAbsent<
  Required<Omit<StudyEvent, 'id' | 'cardId' | 'kind' | 'answeredAt' | 'grade' | 'imported'>>
> & {
  id: string
  cardId: string
  kind: StudyEventKind
  answeredAt: string
  studyDay: number
  schedulerRevisionId: string
  grade: Grade | null
  imported: string | null
}

type MemoryColumns = Omit<Memory, 'dueAt' | 'showingAt' | 'suspended' | 'hasGaps'> & {
  dueAt: string | null
  showingAt: string | null
  suspended: 0 | 1
  hasGaps: 0 | 1
}

const MEMORY_FIELDS = [
  'state',
  'dueDay',
  'dueAt',
  'stability',
  'difficulty',
  'reps',
  'lapses',
  'step',
  'lastDay',
  'suspended',
  'buriedUntilDay',
  'flag',
  'showing',
  'showingAt',
  'hasGaps',
] as const satisfies (keyof Memory)[]

const EVENT_FIELDS = [
  'id',
  'cardId',
  'kind',
  'after',
  'grade',
  'flag',
  'target',
  'answeredAt',
  'studyDay',
  'schedulerRevisionId',
  'noteRevision',
  'millis',
  'attemptId',
  'imported',
] as const satisfies (keyof StudyEvent)[]

const quoted = (fields: readonly string[]) => fields.map((field) => `"${field}"`).join(', ')

/** A revision never changes, so what was read once is remembered. */
const REMEMBERED_REVISIONS = 2_000

function prepareStudyTx(database: SqliteConnection['database']): StudyTx {
  const revisions = new Map<string, SchedulerSettings>()
  const prepare = <Row>(sql: string) => database.prepare<unknown[], Row>(sql).safeIntegers(false)

  const findWriter = prepare<{ id: string }>(
    'SELECT coalesce("mergedIntoId", "id") AS "id" FROM "User" WHERE "id" = ?',
  )
  const findCard = prepare<Omit<StudyCard, 'isHouseDeck'> & { isHouseDeck: 0 | 1 }>(
    `SELECT c."id", c."noteId", d."id" AS "deckId", d."ownerId" AS "deckOwnerId", d."visibility" AS "deckVisibility",
            d."key" IS NOT NULL AS "isHouseDeck",
            dm."role" AS "deckRole", p."revisionId" AS "enrolledRevisionId", coalesce(m."version", 0) AS "memoryVersion"
       FROM "Card" c
       JOIN "Note" n ON n."id" = c."noteId"
       JOIN "Deck" d ON d."id" = n."deckId"
       LEFT JOIN "DeckMember" dm ON dm."deckId" = d."id" AND dm."userId" = @userId
       LEFT JOIN "Enrolment" e ON e."userId" = @userId AND e."deckId" = d."id"
       LEFT JOIN "Preset" p ON p."id" = e."presetId"
       LEFT JOIN "Memory" m ON m."userId" = @userId AND m."cardId" = c."id"
      WHERE c."id" = @cardId`,
  )
  const findSettings = prepare<{ settings: string }>(
    'SELECT "settings" FROM "SchedulerRevision" WHERE "userId" = ? AND "id" = ?',
  )
  const insert = prepare(
    `INSERT INTO "StudyEvent" ("userId", "claimedAt", "receivedAt", ${quoted(EVENT_FIELDS)})
     VALUES (@userId, @claimedAt, @receivedAt, ${EVENT_FIELDS.map((field) => `@${field}`).join(', ')})
     ON CONFLICT ("userId", "id") DO NOTHING`,
  )
  const findEvent = prepare<EventRow>(
    `SELECT ${quoted(EVENT_FIELDS)} FROM "StudyEvent" WHERE "userId" = ? AND "id" = ?`,
  )
  const listEvents = prepare<EventRow>(
    `SELECT ${quoted(EVENT_FIELDS)} FROM "StudyEvent" WHERE "userId" = ? AND "cardId" = ?`,
  )
  const findTarget = prepare<{ id: string }>(
    `SELECT "id" FROM "StudyEvent" WHERE "userId" = ? AND "id" = ? AND "cardId" = ? AND "kind" <> 'UNDO'`,
  )
  const findUndo = prepare<{ id: string }>(
    `SELECT "id" FROM "StudyEvent" WHERE "userId" = ? AND "cardId" = ? AND "kind" = 'UNDO' AND "target" = ? LIMIT 1`,
  )
  const findWinner = prepare<{ id: string }>(
    `SELECT "id" FROM "StudyEvent"
      WHERE "userId" = @userId AND "cardId" = @cardId AND "kind" = 'ANSWER' AND "after" IS @after
        AND "studyDay" = @studyDay
        AND "id" NOT IN (SELECT "target" FROM "StudyEvent"
                          WHERE "userId" = @userId AND "cardId" = @cardId AND "kind" = 'UNDO'
                            AND "target" IS NOT NULL)
      ORDER BY "answeredAt", "id" LIMIT 1`,
  )
  const findMemory = prepare<MemoryColumns>(
    `SELECT ${quoted(MEMORY_FIELDS)} FROM "Memory" WHERE "userId" = ? AND "cardId" = ?`,
  )
  const save = prepare(
    `INSERT INTO "Memory" ("userId", "cardId", "version", ${quoted(MEMORY_FIELDS)})
     VALUES (@userId, @cardId, 1, ${MEMORY_FIELDS.map((field) => `@${field}`).join(', ')})
     ON CONFLICT ("userId", "cardId") DO UPDATE
        SET "version" = "version" + 1, ${MEMORY_FIELDS.map((field) => `"${field}" = @${field}`).join(', ')}`,
  )

  return {
    async findWriter(userId) {
      return findWriter.get(userId)?.id ?? null
    },
    async findStudyCard(userId, cardId) {
      const row = findCard.get({ userId, cardId })
      return row === undefined ? null : { ...row, isHouseDeck: row.isHouseDeck === 1 }
    },
    async findRevision(userId, revisionId) {
      const key = `${userId} ${revisionId}`
      const known = revisions.get(key)
      if (known !== undefined) return known
      const row = findSettings.get(userId, revisionId)
      if (row === undefined) return null
      const settings = JSON.parse(row.settings) as SchedulerSettings // written by our own rooms
      if (revisions.size >= REMEMBERED_REVISIONS) revisions.clear()
      revisions.set(key, settings)
      return settings
    },
    async insertEvent(userId, event) {
      if (insert.run(toEventParameters(userId, event)).changes === 1) return null
      const row = findEvent.get(userId, event.id)
      if (row === undefined) throw new Error(`Event ${event.id} is neither new nor there`)
      return toEvent(row)
    },
    async findEvent(userId, id) {
      const row = findEvent.get(userId, id)
      return row === undefined ? null : toEvent(row)
    },
    // The transaction has the whole database to itself, so nothing is written to take the row.
    async takeMemory(userId, cardId) {
      const row = findMemory.get(userId, cardId)
      return row === undefined ? NEW_MEMORY : toMemory(row)
    },
    async findMemory(userId, cardId) {
      const row = findMemory.get(userId, cardId)
      return row === undefined ? null : toMemory(row)
    },
    async isInForce(userId, { id, cardId, kind, target, after, studyDay }) {
      if (kind === 'UNDO') return findTarget.get(userId, target, cardId) !== undefined
      if (findUndo.get(userId, cardId, id) !== undefined) return false
      return kind !== 'ANSWER' || findWinner.get({ userId, cardId, after, studyDay })?.id === id
    },
    async listCardEvents(userId, cardId) {
      return listEvents.all(userId, cardId).map(toEvent)
    },
    async saveMemory(userId, cardId, memory) {
      save.run({
        ...memory,
        userId,
        cardId,
        dueAt: memory.dueAt === null ? null : sqliteInstant(memory.dueAt),
        showingAt: memory.showingAt === null ? null : sqliteInstant(memory.showingAt),
        suspended: memory.suspended ? 1 : 0,
        hasGaps: memory.hasGaps ? 1 : 0,
      })
    },
  }
}

function toEventParameters(userId: string, event: ReceivedEvent) {
  return {
    userId,
    id: event.id,
    cardId: event.cardId,
    kind: event.kind,
    after: event.after,
    grade: event.grade ?? null,
    flag: event.flag ?? null,
    target: event.target ?? null,
    answeredAt: sqliteInstant(event.answeredAt),
    claimedAt: sqliteInstant(event.claimedAt),
    receivedAt: sqliteInstant(event.receivedAt),
    studyDay: event.studyDay,
    schedulerRevisionId: event.schedulerRevisionId,
    noteRevision: event.noteRevision ?? null,
    millis: event.millis ?? null,
    attemptId: event.attemptId ?? null,
    imported: event.imported === undefined ? null : JSON.stringify(event.imported),
  }
}

/** Absent parts are left out, as in what the client sent. */
function toEvent(row: EventRow): StudyEvent {
  const { id, cardId, kind, after, studyDay, schedulerRevisionId } = row
  return {
    id,
    cardId,
    kind,
    after,
    answeredAt: Date.parse(row.answeredAt),
    studyDay,
    schedulerRevisionId,
    ...(row.grade !== null && { grade: row.grade }),
    ...(row.millis !== null && { millis: row.millis }),
    ...(row.flag !== null && { flag: row.flag }),
    ...(row.target !== null && { target: row.target }),
    ...(row.noteRevision !== null && { noteRevision: row.noteRevision }),
    ...(row.attemptId !== null && { attemptId: row.attemptId }),
    ...(row.imported !== null && { imported: JSON.parse(row.imported) as ImportedMemory }), // written by our own rooms
  }
}

const toMemory = (row: MemoryColumns): Memory => ({
  ...row,
  dueAt: row.dueAt === null ? null : Date.parse(row.dueAt),
  showingAt: row.showingAt === null ? null : Date.parse(row.showingAt),
  suspended: row.suspended === 1,
  hasGaps: row.hasGaps === 1,
})
