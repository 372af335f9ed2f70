/** Grading, pure: the same in the browser, which shows it at once, and on the server, which keeps it. */
import type { Bilingual } from '../cells/bilingual'
import { diagnose, type Diagnosis, type NamedSlip } from '../cells/diagnose/diagnose'
import type { TypedAnswer } from '../cells/diagnose/typed-answer'
import type { Verdict } from '../cells/diagnose/verdict'
import type { ChoiceTask, Exercise, OrderTask, Task, ValuesTask } from './exercise'
import { gradeNumbers } from './grade-numbers'
import type { MasteryAttempt } from './mastery'

/** What stands in the boxes of a task (values), the chosen id (choice), or the ids in order. */
export type Response = readonly TypedAnswer[]
/** By task id; a task without an entry is empty. */
export type Responses = Readonly<Record<string, Response | undefined>>

export type TaskVerdict = {
  task: string
  verdict: Verdict
  slips: string[]
  components: Diagnosis['components']
  message: Bilingual
  explanations: NamedSlip[]
}

export type AttemptForm = 'stepwise' | 'hard'

export type AttemptGrade = {
  tasks: TaskVerdict[]
  outcome: MasteryAttempt['outcome'] | 'unfinished'
  /** Share of the asked tasks that are right: a follow-through counts, since its mistake is counted where it was made. */
  score: number
}

/** The tasks that a form asks: all of them in the order of working, or the last alone. */
export const askedTasks = (exercise: Exercise, form: AttemptForm): Task[] =>
  form === 'stepwise' ? exercise.tasks : exercise.tasks.slice(-1)

/** Judges one task, with the answers of the tasks before it as the learner's earlier values. */
export function gradeTask(exercise: Exercise, taskId: string, responses: Responses): TaskVerdict {
  const task = exercise.tasks.find(({ id }) => id === taskId)
  if (task === undefined) throw new RangeError(`${exercise.id} has no task ${taskId}`)
  const response = responses[task.id] ?? []
  if (task.kind === 'values') return gradeValues(exercise, task, response, responses)
  if (task.kind === 'numbers') return gradeNumbers(exercise, task, response, responses)
  return task.kind === 'choice' ? gradeChoice(task, response) : gradeOrder(task, response)
}

/** Judges an attempt. `unfinished` until every asked task has been answered with something readable. */
export function gradeAttempt(exercise: Exercise, form: AttemptForm, responses: Responses): AttemptGrade {
  const tasks = askedTasks(exercise, form).map(({ id }) => gradeTask(exercise, id, responses))
  const verdicts = tasks.map(({ verdict }) => verdict)
  const isRight = (verdict: Verdict) => verdict === 'correct' || verdict === 'coarse' || verdict === 'follows'
  const outcome = verdicts.some((verdict) => verdict === 'empty' || verdict === 'not-a-number')
    ? 'unfinished'
    : verdicts.some((verdict) => verdict === 'slip' || verdict === 'ambiguous')
      ? 'slip'
      : verdicts.includes('unknown')
        ? 'wrong'
        : verdicts.includes('coarse')
          ? 'coarse'
          : 'right'
  return { tasks, outcome, score: verdicts.filter(isRight).length / Math.max(1, tasks.length) }
}

function gradeValues(
  exercise: Exercise,
  task: ValuesTask,
  response: Response,
  responses: Responses,
): TaskVerdict {
  const { sheet } = exercise
  if (sheet === null) throw new RangeError(`${exercise.id} asks for values without a sheet`)
  const before = exercise.tasks.slice(0, exercise.tasks.indexOf(task))
  const earlier = before.flatMap((each) => {
    const answer = responses[each.id]
    return each.kind === 'values' && answer !== undefined
      ? [{ step: each.step, quantity: each.quantity, answer }]
      : []
  })
  const indices = Array.from({ length: task.size }, (_, k) => k)
  const { verdict, slips, components, message, explanations } = diagnose({
    slips: sheet.slips,
    trace: sheet.trace,
    step: task.step,
    quantity: task.quantity,
    indices,
    answers: indices.map((k) => response[k] ?? ''),
    earlier,
  })
  return { task: task.id, verdict, slips, components, message, explanations }
}

const EMPTY: Bilingual = { en: 'Nothing has been chosen yet.', zh: '还没有选择。' }
const CORRECT: Bilingual = { en: 'Correct.', zh: '正确。' }

function gradeChoice(task: ChoiceTask, response: Response): TaskVerdict {
  const plain = { task: task.id, components: [], explanations: [] }
  const chosen = task.choices.find(({ id }) => id === response[0])
  if (chosen === undefined) return { ...plain, verdict: 'empty', slips: [], message: EMPTY }
  if (chosen.id === task.right)
    return { ...plain, verdict: 'correct', slips: [], message: chosen.explanation }
  return { ...plain, verdict: 'slip', slips: [chosen.id], message: chosen.explanation }
}

function gradeOrder(task: OrderTask, response: Response): TaskVerdict {
  const plain = { task: task.id, components: [] }
  const order = response.map(String)
  const isComplete = order.length === task.right.length && task.right.every((id) => order.includes(id))
  if (!isComplete) return { ...plain, verdict: 'empty', slips: [], explanations: [], message: EMPTY }
  if (order.join() === task.right.join()) {
    return { ...plain, verdict: 'correct', slips: [], explanations: [], message: CORRECT }
  }
  const known = task.knownWrong.find((each) => each.order.join() === order.join())
  if (known === undefined) {
    return {
      ...plain,
      verdict: 'unknown',
      slips: [],
      explanations: [],
      message: { en: 'That is another order.', zh: '不是这个顺序。' },
    }
  }
  const { id, name, explanation } = known
  return {
    ...plain,
    verdict: 'slip',
    slips: [id],
    explanations: [{ id, name, explanation }],
    message: explanation,
  }
}
