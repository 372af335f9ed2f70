import type { QuizAnswers } from '@/lib/core/quiz/quiz'
import { correctedTime } from '@/lib/core/study/corrected-time'

/** A request on its way when the time was up is not too late. */
const GRACE_MS = 20_000

type Sending = { sentAt: number; receivedAt: number; endsAt: number | null }

/** Answers as the server takes them: times corrected, and none from after the time was up. */
export function takeAnswers(answers: QuizAnswers, { sentAt, receivedAt, endsAt }: Sending): QuizAnswers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => {
      const at = correctedTime(answer.at, { sentAt, receivedAt })
      return endsAt !== null && at > endsAt + GRACE_MS ? [] : [[id, { ...answer, at }]]
    }),
  )
}
