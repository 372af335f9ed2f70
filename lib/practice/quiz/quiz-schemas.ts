import { z } from 'zod'
import {
  QUIZ_CELLS,
  QUIZ_DIFFICULTIES,
  QUIZ_SKILLS,
  type QuizAnswers,
  type QuizChoices,
  type RunAnswers,
} from '@/lib/core/quiz/quiz'

const id = z.string().min(1).max(100)
const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be a UUID in small letters')
const instant = z.int().min(0).max(8.64e15)

const MOST_QUESTIONS = 30
/** Half an hour over one question is a pause, not work. */
const MOST_MILLIS = 30 * 60_000

export const quizChoicesSchema = z.strictObject({
  title: z.string().trim().max(100).default(''),
  cells: z.array(z.enum(QUIZ_CELLS)).min(1).max(QUIZ_CELLS.length),
  skills: z.array(z.enum(QUIZ_SKILLS)).min(1).max(QUIZ_SKILLS.length),
  count: z.int().min(1).max(MOST_QUESTIONS),
  difficulty: z.enum(QUIZ_DIFFICULTIES),
  minutes: z.int().min(1).max(180).nullable(),
  isWorstFirst: z.boolean().default(false),
}) satisfies z.ZodType<QuizChoices & { title: string }>

const typed = z.union([z.number(), z.string().max(200)])
const answer = z.object({
  at: instant,
  millis: z
    .number()
    .min(0)
    .transform((ms) => Math.min(MOST_MILLIS, Math.round(ms))),
  responses: z.record(z.string().max(100), z.array(typed).max(64)).optional(),
  text: z.string().max(300).optional(),
})

const answersSchema = z.record(z.string().regex(/^q\d{1,3}$/), answer) satisfies z.ZodType<QuizAnswers>

const sentAnswers = {
  learner: id,
  sentAt: instant,
  answers: answersSchema.refine(
    (answers) => Object.keys(answers).length <= MOST_QUESTIONS,
    'too many answers',
  ),
}

/** What a browser kept of a run. Sending it again changes nothing; it names its learner as every outbox does. */
export const runAnswersSchema = z.union([
  z.strictObject({ ...sentAnswers, quiz: id }),
  z.strictObject({ ...sentAnswers, assignment: id }),
]) satisfies z.ZodType<RunAnswers>

export const quizLinkSchema = z.object({ link: id })
export const runIdSchema = z.object({ id: uuid })
