import { z } from 'zod'

const id = z.string().min(1).max(64)
const instant = z.number().int().min(0).max(8.64e15).meta({ description: 'Milliseconds since 1970 (UTC).' })
const localized = z.object({ zh: z.string().optional(), en: z.string().optional() })

export const classParams = z.strictObject({ id })
export const memberParams = z.strictObject({ id, member: id })
export const assignmentParams = z.strictObject({ id, assignment: id })

const name = z.string().trim().min(1).max(100)
const description = z.string().trim().max(2_000)

export const makeBody = z.strictObject({ name, description: description.default('') })
export const changeBody = z
  .strictObject({
    name: name.optional(),
    description: description.optional(),
    isArchived: z.boolean().optional(),
  })
  .meta({ description: 'What is left out stays as it is.' })

export const codeBody = z.strictObject({ days: z.number().int().min(1).max(365) })
export const codeParams = z.strictObject({ code: z.string().min(1).max(100) })
export const joinBody = z.strictObject({ name: z.string().trim().min(1).max(80).optional() })
export const roleBody = z.strictObject({ isInstructor: z.boolean() })

const dates = { startsAt: instant.nullable().default(null), dueAt: instant.nullable().default(null) }
const attempts = z.number().int().min(1).max(100).nullable()
const numbers = z.enum(['SAME', 'INDIVIDUAL'])
const feedback = z.enum(['NOW', 'AFTER_DUE'])

export const assignmentBody = z.union([
  z.strictObject({
    ...dates,
    deck: z.string().min(1).max(80).meta({ description: 'The slug of a deck.' }),
    examAt: instant.nullable().default(null),
  }),
  z.strictObject({
    ...dates,
    quiz: z.string().min(1).max(100).meta({ description: 'The link of a quiz of yours.' }),
    attempts: attempts.default(1),
    numbers: numbers.default('SAME'),
    feedback: feedback.default('NOW'),
  }),
])

export const assignmentChangeBody = z
  .strictObject({
    startsAt: instant.nullable(),
    dueAt: instant.nullable(),
    examAt: instant.nullable(),
    attempts,
    numbers,
    feedback,
  })
  .partial()
  .meta({ description: 'What is left out stays as it is.' })

export const madeAnswer = z.object({ id: z.string() })
export const codeAnswer = z.object({ code: z.string(), expiresAt: instant })

export const classesAnswer = z.object({
  classes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      isTaught: z.boolean(),
      isArchived: z.boolean(),
      learners: z.number().int().nullable(),
    }),
  ),
  canMake: z.boolean(),
})

export const previewAnswer = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  instructors: z.array(z.string()),
  decks: z.array(localized),
  quizzes: z.array(z.string()),
  isMember: z.boolean(),
})

const assignment = z.object({
  id: z.string(),
  kind: z.enum(['deck', 'quiz']),
  startsAt: instant.nullable(),
  dueAt: instant.nullable(),
  examAt: instant.nullable().optional(),
  deck: z.object({ id: z.string(), slug: z.string(), title: localized }).optional(),
  title: z.string().optional(),
  attempts: z.number().int().nullable().optional(),
  numbers: z.enum(['SAME', 'INDIVIDUAL']).optional(),
  feedback: z.enum(['NOW', 'AFTER_DUE']).optional(),
})

export const classAnswer = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  isTaught: z.boolean(),
  isArchived: z.boolean(),
  joinedAt: instant,
  instructors: z.array(z.string()),
  assignments: z.array(assignment),
  learners: z.number().int().nullable(),
  joinCode: codeAnswer.nullable(),
})

export const membersAnswer = z.object({
  members: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      isGuest: z.boolean(),
      isInstructor: z.boolean(),
      joinedAt: instant,
    }),
  ),
})

const recall = z.object({ asked: z.number().int(), kept: z.number().int() })
const pace = z.enum(['not-begun', 'behind', 'keeping-up', 'done'])
const count = z.number().int()

const learnerRow = z.object({
  id: z.string(),
  name: z.string(),
  isGuest: z.boolean(),
  joinedAt: instant,
  lastAnsweredAt: instant.nullable(),
  answers: count,
  days: count,
  minutes: count,
  cards: count,
  met: count,
  due: count,
  days7: recall,
  days30: recall,
  pace,
  decks: z.array(
    z.object({
      assignmentId: z.string(),
      deckId: z.string(),
      cards: count,
      met: count,
      due: count,
      answers: count,
      days7: recall,
      days30: recall,
      pace,
    }),
  ),
  quizzes: z.array(
    z.object({
      assignmentId: z.string(),
      begun: count,
      finished: count,
      best: z.number().nullable(),
    }),
  ),
})

const hardCard = z.object({
  cardId: z.string(),
  asked: count,
  forgotten: count,
  learners: count,
  sides: z.record(z.string(), z.object({ front: z.string(), back: z.string() })),
})

const skill = z.object({
  exercise: z.string(),
  name: localized,
  learners: count,
  attempts: count,
  slips: z.array(
    z.object({
      slip: z.string(),
      name: localized,
      learners: count,
      share: z.number().describe('Of the learners who tried, 0 to 1.'),
      times: count,
    }),
  ),
})

export const figuresAnswer = z.object({
  at: instant,
  assignments: z.array(assignment),
  learners: z.array(learnerRow),
  decks: z.array(z.object({ assignmentId: z.string(), openReports: count, hardest: z.array(hardCard) })),
  skills: z.array(skill),
})

export const learnerParams = z.strictObject({ id, learner: id })

export const learnerAnswer = z.object({
  className: z.string(),
  assignments: z.array(assignment),
  learner: learnerRow,
  byDay: z.array(z.object({ studyDay: count, answers: count })),
  hardest: z.array(hardCard),
  skills: z.array(skill),
  runs: z.array(
    z.object({
      assignmentId: z.string(),
      startedAt: instant,
      finishedAt: instant.nullable(),
      score: z.number().nullable(),
    }),
  ),
})
