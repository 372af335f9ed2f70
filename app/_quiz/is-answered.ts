import type { QuizAnswer } from '@/lib/core/quiz/quiz'

/** Something stands in it. */
export function isAnswered(answer: QuizAnswer | undefined): boolean {
  if (answer === undefined) return false
  if (answer.text !== undefined && answer.text.trim() !== '') return true
  const boxes = Object.values(answer.responses ?? {}).flatMap((response) => response ?? [])
  return boxes.some((box) => String(box).trim() !== '')
}
