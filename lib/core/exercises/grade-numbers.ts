import { NOT_A_NUMBER } from '../cells/diagnose/diagnosis-message'
import { judge, type Judgement } from '../cells/diagnose/judge'
import { readAnswer } from '../cells/diagnose/typed-answer'
import type { NamedSlip } from '../cells/diagnose/diagnose'
import type { Bilingual } from '../cells/bilingual'
import { followOwn } from '../authored-exercises/follow-own'
import type { SolvedAnswer } from '../authored-exercises/solve-variant'
import type { Exercise, NumbersTask } from './exercise'
import type { Response, Responses, TaskVerdict } from './grade-attempt'

/** Judges an answer of an authored exercise: its own tolerance, its author's slips, the learner's earlier answers. */
export function gradeNumbers(
  exercise: Exercise,
  task: NumbersTask,
  response: Response,
  responses: Responses,
): TaskVerdict {
  const { variant } = exercise
  const solved = variant?.solution.answers.find(({ name }) => name === task.id)
  if (variant === undefined || solved === undefined) throw new RangeError(`${exercise.id} has no ${task.id}`)
  const judgement = judge(
    {
      right: solved.right,
      tolerance: solved.tolerance,
      // An author's tolerance is all there is: nobody has said how the steps are rounded.
      roundingBound: () => 0,
      slips: () => explanationsOf(solved),
      followed: () => {
        const own = ownAnswers(exercise, task, responses)
        const followed = own.size === 0 ? null : followOwn(variant, own, task.id)
        return followed === null ? null : { values: followed.right, slips: explanationsOf(followed) }
      },
    },
    solved.right.map((_, k) => response[k] ?? ''),
  )
  const explanations = judgement.slips.flatMap((id): NamedSlip[] => {
    const slip = task.slips.find((each) => each.id === id)
    return slip === undefined ? [] : [{ id, name: slip.name, explanation: slip.name, html: slip.html }]
  })
  return {
    task: task.id,
    verdict: judgement.verdict,
    slips: judgement.slips,
    components: judgement.components.map((component, index) => ({ ...component, index })),
    message: messageOf(judgement, explanations, task.tolerance),
    explanations,
  }
}

const explanationsOf = ({ slips }: SolvedAnswer) =>
  slips.flatMap(({ key, values }) => (values === null ? [] : [{ id: key, values }]))

/** What was typed for earlier answers, where it can be read. */
function ownAnswers(exercise: Exercise, task: NumbersTask, responses: Responses): Map<string, number[]> {
  const own = new Map<string, number[]>()
  for (const earlier of exercise.tasks.slice(0, exercise.tasks.indexOf(task))) {
    const typed = responses[earlier.id] ?? []
    const values = typed.flatMap((box) => {
      const read = readAnswer(box)
      return read.state === 'read' ? [read.value] : []
    })
    if (earlier.kind === 'numbers' && values.length === earlier.size) own.set(earlier.id, values)
  }
  return own
}

function messageOf(
  { verdict, components }: Judgement,
  explanations: readonly NamedSlip[],
  tolerance: number,
): Bilingual {
  switch (verdict) {
    case 'empty':
      return NOT_A_NUMBER.empty
    case 'not-a-number':
      return NOT_A_NUMBER[components.find(({ reason }) => reason)?.reason ?? 'unreadable']
    case 'correct':
    case 'coarse':
      return tolerance === 0
        ? { en: 'Correct.', zh: '正确。' }
        : { en: `Correct (within ±${tolerance}).`, zh: `正确（误差不超过 ±${tolerance}）。` }
    case 'follows':
      return {
        en: 'With your answers above, this follows correctly.',
        zh: '按你上面填的答案，这一步算得正确。',
      }
    case 'slip':
      return explanations[0]?.name ?? { en: '', zh: '' }
    case 'ambiguous':
      return {
        en: `More than one mistake gives this: ${explanations.map(({ name }) => name.en).join('; ')}.`,
        zh: `有不止一种错误会得到这个结果：${explanations.map(({ name }) => name.zh).join('；')}。`,
      }
    case 'unknown':
      return {
        en: 'Not right, and no mistake that we know gives this. Go through the steps once more.',
        zh: '不对，也不是我们认得的错误。请把步骤再走一遍。',
      }
  }
}
