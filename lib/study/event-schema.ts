import { z } from 'zod'
import type { ClientEvent } from '@/lib/core/study/event-batch'
import { MAX_BATCH } from '@/lib/core/study/event-batch'

const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be a UUID in small letters')
const instant = z.int().min(0).max(8.64e15)
const id = z.string().min(1).max(100)

/** Longer answers say more about the kettle than about the card. */
const MAX_MILLIS = 60_000

const common = {
  id: uuid,
  cardId: id,
  after: uuid.nullable(),
  answeredAt: instant,
  schedulerRevisionId: id,
  noteRevision: z.int().min(0).max(1_000_000).optional(),
  attemptId: id.optional(),
}

const millis = z
  .number()
  .min(0)
  .transform((ms) => Math.min(MAX_MILLIS, Math.round(ms)))
const grade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])

/** What a client may send. Parts that a later build adds are dropped, not refused; IMPORT is written by rooms alone. */
export const clientEventSchema = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('ANSWER'), grade, millis: millis.optional() }),
  z.object({ ...common, kind: z.literal('UNDO'), target: uuid }),
  z.object({ ...common, kind: z.literal('FLAG'), flag: z.int().min(0).max(4) }),
  z.object({ ...common, kind: z.enum(['SUSPEND', 'RESUME', 'BURY', 'RESET', 'BRING_FORWARD']) }),
]) satisfies z.ZodType<ClientEvent>

/** For the API's description, of events that the envelope does not read. */
const { $schema: _, ...clientEventShape } = z.toJSONSchema(clientEventSchema, { io: 'input' })

/** The envelope alone: its events are read one by one, so that a bad one blocks nothing. */
export const eventBatchSchema = z.object({
  learner: id,
  sentAt: instant,
  events: z.array(z.unknown().meta(clientEventShape)).max(MAX_BATCH),
})
