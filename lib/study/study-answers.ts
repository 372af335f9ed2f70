import { z } from 'zod'
import { LOCALES } from '@/lib/core/content/content'
import type { Memory } from '@/lib/core/memory/memory'
import type { StudyEvent } from '@/lib/core/memory/study-event'
import type { SchedulerSettings } from '@/lib/core/schedule/scheduler-settings'
import type { EventBatchReply } from '@/lib/core/study/event-batch'
import type { StudyPack } from '@/lib/core/study/study-pack'
import type { DeckCounts } from './list-deck-counts'
import type { PresetView } from './preset-view'

// What the study's routes answer, for the API's description: the compiler holds it to the types.

const int = z.number().int()
const localized = <T extends z.ZodType>(schema: T) => z.partialRecord(z.enum(LOCALES), schema)

const eventAnswer = z.object({
  id: z.string(),
  cardId: z.string(),
  kind: z.enum(['ANSWER', 'UNDO', 'SUSPEND', 'RESUME', 'BURY', 'FLAG', 'RESET', 'BRING_FORWARD', 'IMPORT']),
  after: z.string().nullable(),
  answeredAt: int,
  studyDay: int,
  schedulerRevisionId: z.string(),
  grade: z.literal([1, 2, 3, 4]).optional(),
  millis: int.optional(),
  flag: int.optional(),
  target: z.string().optional(),
  noteRevision: int.optional(),
  attemptId: z.string().optional(),
  imported: z
    .object({
      stability: z.number(),
      difficulty: z.number(),
      dueDay: int,
      reps: int,
      lapses: int,
      lastDay: int.optional(),
    })
    .optional(),
}) satisfies z.ZodType<StudyEvent>

const memoryAnswer = z.object({
  state: z.enum(['NEW', 'LEARNING', 'REVIEW', 'RELEARNING']),
  dueDay: int.nullable(),
  dueAt: int.nullable(),
  stability: z.number().nullable(),
  difficulty: z.number().nullable(),
  reps: int,
  lapses: int,
  step: int,
  lastDay: int.nullable(),
  suspended: z.boolean(),
  buriedUntilDay: int.nullable(),
  flag: int,
  showing: z.string().nullable().describe('What the next event sends as `after`.'),
  showingAt: int.nullable(),
  hasGaps: z.boolean(),
}) satisfies z.ZodType<Memory>

export const eventBatchAnswer = z.object({
  receivedAt: int,
  receipts: z.array(
    z.union([
      z.object({
        id: z.string(),
        status: z.enum(['stored', 'again']),
        event: eventAnswer,
        counted: z.boolean().describe('False: another answer to the same showing came first.'),
        memory: memoryAnswer,
      }),
      z.object({
        id: z.string(),
        status: z.literal('refused'),
        code: z.enum([
          'bad-event',
          'unknown-card',
          'unknown-revision',
          'not-undoable',
          'log-full',
          'id-taken',
        ]),
        message: z.string(),
      }),
    ]),
  ),
}) satisfies z.ZodType<EventBatchReply>

const settingsAnswer = z.object({
  weights: z.array(z.number()).describe('FSRS-6.'),
  desiredRetention: z.number(),
  learningStepsMinutes: z.array(z.number()),
  relearningStepsMinutes: z.array(z.number()),
  maximumIntervalDays: int,
}) satisfies z.ZodType<SchedulerSettings>

const packPreset = z.object({
  id: z.string(),
  newPerDay: int,
  reviewsPerDay: int,
  reviewOrder: z.enum(['retrievability', 'dueDay']),
  leechThreshold: int,
  burySiblings: z.boolean(),
  revisionId: z.string(),
})

export const presetAnswer = packPreset.extend({
  name: z.string(),
  scheduling: settingsAnswer,
}) satisfies z.ZodType<PresetView>

export const countsAnswer = z.array(
  z.object({ deckId: z.string(), new: int, learning: int, review: int, laterToday: int }),
) satisfies z.ZodType<DeckCounts[]>

export const packAnswer = z.object({
  learner: z.object({
    id: z.string(),
    locale: z.enum(LOCALES),
    guest: z.boolean(),
    swipes: z.boolean(),
    timeZone: z.string(),
    dayStartsAtHour: int,
  }),
  servedAt: int,
  studyDay: int,
  decks: z.array(
    z.object({
      id: z.string(),
      slug: z.string(),
      title: localized(z.string()),
      presetId: z.string(),
      canEdit: z.boolean().optional(),
    }),
  ),
  presets: z.array(packPreset),
  revisions: z.record(z.string(), settingsAnswer),
  cards: z.array(
    z.object({
      id: z.string(),
      noteId: z.string(),
      deckId: z.string(),
      kind: z.enum(['BASIC', 'REVERSED', 'CLOZE', 'TYPED', 'EXERCISE']),
      ord: int,
      position: int,
      noteRevision: int,
      tags: z.array(z.string()),
      sides: localized(z.object({ front: z.string(), back: z.string() })).describe('Safe HTML.'),
      answers: localized(z.array(z.string())).optional(),
      exercise: z.unknown().optional(),
      formulas: z.record(z.string(), z.string()).optional(),
      media: z.array(z.string()),
      askAgainAt: int.nullable(),
    }),
  ),
  logs: z.record(z.string(), z.array(eventAnswer)).describe('By card id, each whole.'),
  streakDays: int,
  tasks: z
    .array(
      z.intersection(
        z.object({
          id: z.string(),
          classId: z.string(),
          className: z.string(),
          startsAt: int.nullable(),
          dueAt: int.nullable(),
        }),
        z.discriminatedUnion('kind', [
          z.object({
            kind: z.literal('deck'),
            deck: z.object({ id: z.string(), slug: z.string(), title: localized(z.string()) }),
            examAt: int.nullable(),
            cards: int,
            met: int,
          }),
          z.object({
            kind: z.literal('quiz'),
            title: z.string(),
            attempts: int.nullable(),
            begun: int,
            finished: int,
          }),
        ]),
      ),
    )
    .optional()
    .describe('What classes ask.'),
}) satisfies z.ZodType<StudyPack>
