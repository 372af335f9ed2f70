import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { drawQuiz } from '@/lib/core/quiz/draw-quiz'
import { fail, ok, type Result } from '@/lib/core/result'
import { newId } from '@/lib/platform/new-id'
import type { Store } from '@/lib/store/store'
import { listAvailable } from './list-available'
import type { quizChoicesSchema } from './quiz-schemas'

type Input = z.output<typeof quizChoicesSchema>

/** Draws a quiz and keeps it under a link that nobody guesses. */
export async function makeQuiz(
  store: Store,
  actor: SignedIn,
  { title, ...choices }: Input,
  now: number,
): Promise<Result<{ link: string; questions: number }>> {
  if (!can(actor, 'study.write', { userId: actor.userId })) return fail('forbidden')
  const link = randomBytes(12).toString('base64url')
  const definition = drawQuiz(choices, await listAvailable(store, actor, now), link)
  if (definition.questions.length === 0) return fail('invalid', { reason: 'nothing-to-ask' })
  await store.quizzes.create({
    id: newId(now),
    ownerId: actor.userId,
    link,
    title,
    definition,
    createdAt: now,
  })
  return ok({ link, questions: definition.questions.length })
}
