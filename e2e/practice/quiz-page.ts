import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { getExercise } from '../../lib/core/exercises/exercise-registry'
import { keptExercise } from '../../lib/core/exercises/make-exercise'
import type { QuizAnswers, QuizChoices } from '../../lib/core/quiz/quiz'
import type { StudyPack } from '../../lib/core/study/study-pack'
import type { PublicQuestion, QuizView } from '../../lib/practice/quiz/get-quiz'
import type { RunView } from '../../lib/practice/quiz/run-view'
import { asker } from '../authoring/author'
import { expect } from '../fixtures'
import { rightValues } from './worked-answers'

export const questionHeading = (page: Page) =>
  page.getByRole('heading', { name: /^(Question \d+ of \d+|第 \d+ 题，共 \d+ 题)$/ })

/** The form of one question, once it is that one's. */
export async function openQuestion(page: Page, n: number, of: number) {
  const name = new RegExp(`^(Question ${n} of ${of}|第 ${n} 题，共 ${of} 题)$`)
  const heading = page.getByRole('heading', { name })
  await expect(heading).toBeFocused()
  return page.locator('form').filter({ has: heading })
}

export async function beginQuiz(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Begin|开始)$/ }).click()
  await expect(questionHeading(page)).toBeVisible()
}

/** Something in every box: a number that is never right, the first choice, a word. */
export async function answerAnyhow(page: Page, n: number, of: number): Promise<void> {
  const form = await openQuestion(page, n, of)
  const boxes = form.getByRole('textbox')
  const count = await boxes.count()
  if (count === 0) await form.getByRole('radio').first().check()
  for (let k = 0; k < count; k++) {
    await boxes.nth(k).fill('9.5')
    await expect(boxes.nth(k)).toHaveValue('9.5')
  }
  await expect(page.getByRole('button', { name: `Question ${n}, answered`, exact: true })).toBeVisible()
}

/** What somebody sees of every question, walking through the quiz from its first. */
export async function readQuestions(page: Page, of: number): Promise<string[]> {
  const seen: string[] = []
  for (let n = 1; n <= of; n++) {
    const form = await openQuestion(page, n, of)
    seen.push((await form.innerText()).replace(/\s+/g, ' '))
    if (n < of) await form.getByRole('button', { name: /^(Next|下一题)$/ }).click()
  }
  return seen
}

export async function makeQuiz(page: Page, choices: Partial<QuizChoices> & { title?: string }) {
  const ask = asker(page.request)
  const { link } = await ask<{ link: string }>('POST', '/quizzes', {
    cells: ['lstm'],
    skills: ['gates'],
    count: 3,
    difficulty: 'easy',
    minutes: null,
    ...choices,
  })
  return { link, quiz: await ask<QuizView>('GET', `/quizzes/${link}`) }
}

/** Right in every box of an exercise that asks for values. */
export function rightAnswer(question: PublicQuestion): Record<string, string[]> {
  if (question.kind !== 'computed') throw new Error('a card is not computed')
  const { exercise: id, rung, seed, numbers } = question
  const exercise = keptExercise(getExercise(id), rung, seed, numbers)
  return Object.fromEntries(
    exercise.tasks.map((task) => {
      if (task.kind !== 'values') throw new Error(`${id} asks for more than values`)
      return [task.id, rightValues(exercise, task)]
    }),
  )
}

/** Takes a quiz at the server, as a page would send it: the first `right` questions right, the others empty. */
export async function takeQuiz(page: Page, { link, questions }: QuizView, right: number): Promise<RunView> {
  const ask = asker(page.request)
  const { learner } = await ask<StudyPack>('GET', '/study/pack')
  const now = Date.now()
  const answers: QuizAnswers = Object.fromEntries(
    questions
      .slice(0, right)
      .map((question) => [question.id, { at: now, millis: 1_000, responses: rightAnswer(question) }]),
  )
  const run = `/quiz-runs/${randomUUID()}`
  await ask('PUT', run, { learner: learner.id, quiz: link, sentAt: now, answers })
  return ask<RunView>('POST', `${run}/finish`)
}
