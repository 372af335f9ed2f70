import type { AuthoredExercise, FeedbackTest } from '@/lib/core/authored-exercises/authored-exercise'
import { inBothLanguages } from '@/lib/core/authored-exercises/in-both-languages'
import type { Locale } from '@/lib/core/content/content'
import type { exerciseFormText } from '../_text/exercise-form'

/** "0.731 for f is right". */
export function describeTest(
  definition: AuthoredExercise,
  { answer, typed, expect, slip }: FeedbackTest,
  locale: Locale,
  text: (typeof exerciseFormText)[Locale],
): string {
  const slips = definition.kind === 'formulas' ? definition.answers.flatMap(({ slips: each }) => each) : []
  const name = inBothLanguages(slips.find(({ key }) => key === slip)?.name ?? {})[locale]
  const feedback = expect === 'slip' ? text.getsSlip(name === '' ? (slip ?? '') : name) : text.gets[expect]
  return locale === 'zh'
    ? `${text.testOf(typed.join(', '), answer)}：${feedback}`
    : `${text.testOf(typed.join(', '), answer)} ${feedback}`
}
