import { z } from 'zod'
import { LONGEST_STEP_MINUTES, MOST_STEPS } from '@/lib/core/schedule/steps'

const steps = z.array(z.number().gt(0).max(LONGEST_STEP_MINUTES)).max(MOST_STEPS)

const name = z.string().trim().min(1).max(60)

/** What decides intervals: a change makes a new revision, and acts forward only. */
const scheduling = z.strictObject({
  desiredRetention: z.number().min(0.7).max(0.99).optional(),
  learningStepsMinutes: steps.optional(),
  relearningStepsMinutes: steps.optional(),
  maximumIntervalDays: z.int().min(1).max(36_500).optional(),
})

export const presetChangeSchema = z.strictObject({
  name: name.optional(),
  newPerDay: z.int().min(0).max(9_999).optional(),
  reviewsPerDay: z.int().min(0).max(9_999).optional(),
  reviewOrder: z.enum(['retrievability', 'dueDay']).optional(),
  leechThreshold: z.int().min(0).max(99).optional(),
  burySiblings: z.boolean().optional(),
  scheduling: scheduling.optional(),
})

export const newPresetSchema = z.strictObject({ name, like: z.string().max(100) })

export const deckPresetSchema = z.strictObject({ presetId: z.string().max(100) })
