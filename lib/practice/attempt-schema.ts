import { z } from 'zod'
import type { ClientAttempt } from '@/lib/core/exercises/attempt'

/** Version 8 is the house's own: what a quiz writes has an id that its learner could know beforehand. */
const uuid = z
  .string()
  .regex(
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-79a-f][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    'must be a UUID in small letters, of another version than 8',
  )
const id = z.string().min(1).max(100)
const instant = z.int().min(0).max(8.64e15)

export const MOST_ATTEMPTS = 50

/** Half an hour on one exercise is a pause, not work. */
const MOST_MILLIS = 30 * 60_000

const typed = z.union([z.number(), z.string().max(200)])

export const clientAttemptSchema = z.object({
  id: uuid,
  context: z.enum(['PRACTICE', 'REVIEW']),
  exercise: id,
  rung: z.int().min(1).max(20),
  form: z.enum(['stepwise', 'hard']),
  generatorVersion: z.int().min(1).max(1_000_000),
  seed: id,
  numbers: z.record(z.string().max(60), z.unknown()),
  responses: z.record(z.string().max(100), z.array(typed).max(64)),
  hints: z.int().min(0).max(50),
  millis: z
    .number()
    .min(0)
    .transform((ms) => Math.min(MOST_MILLIS, Math.round(ms))),
  startedAt: instant,
  finishedAt: instant,
  gaveUp: z.boolean().optional(),
}) satisfies z.ZodType<ClientAttempt>

/** The envelope alone: its attempts are read one by one, so that a bad one blocks nothing. */
export const attemptBatchSchema = z.object({
  learner: id,
  sentAt: instant,
  attempts: z.array(z.unknown()).max(MOST_ATTEMPTS),
})
