import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import type { StudyPack } from '../lib/core/study/study-pack'
import type { QuizView } from '../lib/practice/quiz/get-quiz'
import type { RunView } from '../lib/practice/quiz/run-view'
import { expect, listAccessibilityProblems, test } from './fixtures'
import { answerAnyhow } from './practice/quiz-page'

const OWN_PAGE = { 'sec-fetch-site': 'same-origin' }

/** The server's own contract. */
async function read<T>(request: APIRequestContext, path: string): Promise<T> {
  const answer = await request.get(`/api/v1${path}`)
  expect(answer.status(), path).toBe(200)
  return (await answer.json()) as T
}

test('a guest takes a quiz across a reload, sees what went wrong, and meets it tomorrow', async ({
  guest: page,
  complaints,
}) => {
  test.setTimeout(120_000)
  complaints.expect(/ERR_INTERNET_DISCONNECTED|Failed to load resource/)
  // Its exercises are missed whatever is drawn; the first of four choices may happen to be right.
  await page.request.put('/api/v1/decks/gates-by-hand/enrolment', { data: {}, headers: OWN_PAGE })
  await page.goto('/quiz')
  expect(await listAccessibilityProblems(page)).toEqual([])
  for (const name of ['Read and judge', 'RNN', 'GRU']) await page.getByLabel(name, { exact: true }).uncheck()
  await page.getByLabel('Number of questions').selectOption('5')
  await page.getByRole('button', { name: 'Make the quiz' }).click()
  await page.getByRole('button', { name: 'Begin' }).click()

  const heading = page.getByRole('heading', { name: /^Question \d of 5$/ })
  await answerAnyhow(page, 1, 5)
  await page.getByRole('button', { name: 'Next' }).click()
  await answerAnyhow(page, 2, 5)
  await page.reload()
  await expect(heading).toHaveText('Question 2 of 5')
  await expect(page.getByRole('button', { name: /, answered$/ })).toHaveCount(2)
  expect(await listAccessibilityProblems(page)).toEqual([])

  await expect
    .poll(() => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined))
    .toBe(true)
  // The network goes away in the middle: what is typed meanwhile is kept.
  await page.context().setOffline(true)
  for (const n of [3, 4, 5]) {
    await page.getByRole('button', { name: 'Next' }).click()
    await answerAnyhow(page, n, 5)
  }
  // The page itself comes from what the browser keeps.
  await page.reload()
  await expect(heading).toHaveText('Question 5 of 5')
  await expect(page.getByRole('button', { name: /, answered$/ })).toHaveCount(5)
  await page.getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByText('No network')).toBeVisible()
  await page.reload()
  await expect(page.getByText('No network')).toBeVisible()
  await page.context().setOffline(false)

  await expect(page.getByRole('heading', { name: 'Result' })).toBeVisible()
  await expect(page.getByRole('table').filter({ hasText: 'Skill' })).toContainText('LSTM')
  await expect(page.getByText('Worked solution').first()).toBeVisible()
  expect(await listAccessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Bring what I missed' }).click()
  await expect(page.getByText(/in tomorrow’s review\.$/)).toBeVisible()

  const pack = await read<StudyPack>(page.request, '/study/pack')
  const events = Object.values(pack.logs).flat()
  expect(events.length).toBeGreaterThan(0)
  for (const event of events)
    expect(event).toMatchObject({ kind: 'BRING_FORWARD', studyDay: pack.studyDay + 1 })

  await page.reload()
  await expect(page.getByRole('heading', { name: 'Result' })).toBeVisible()
  await page.goto('/quiz')
  await expect(page.getByRole('link', { name: 'Quiz: See the result' })).toBeVisible()
})

test('a slip in a quiz is named in both languages', async ({ guest: page }) => {
  const choices = { cells: ['lstm'], skills: ['gates'], count: 6, difficulty: 'easy', minutes: null }
  const made = await page.request.post('/api/v1/quizzes', { data: choices, headers: OWN_PAGE })
  const { link } = (await made.json()) as { link: string } // the server's own contract
  const quiz = await read<QuizView>(page.request, `/quizzes/${link}`)
  const forget = quiz.questions.find((each) => each.kind === 'computed' && each.exercise === 'lstm-f')
  if (forget?.kind !== 'computed') throw new Error('six easy gates of the LSTM are all its gates')

  const { getExercise } = await import('../lib/core/exercises/exercise-registry')
  const { keptExercise } = await import('../lib/core/exercises/make-exercise')
  const exercise = keptExercise(getExercise('lstm-f'), forget.rung, forget.seed, forget.numbers)
  const withoutSigmoid = exercise.tasks.map((task) => [
    task.id,
    task.kind === 'values'
      ? Array.from(exercise.sheet?.trace.steps[task.step].a_f ?? [], (value) => value.toFixed(3))
      : [],
  ])
  const me = await read<StudyPack>(page.request, '/study/pack')
  const id = randomUUID()
  const now = Date.now()
  const answers = { [forget.id]: { at: now, millis: 1_000, responses: Object.fromEntries(withoutSigmoid) } }
  const body = { learner: me.learner.id, quiz: link, sentAt: now, answers }
  expect(
    (await page.request.put(`/api/v1/quiz-runs/${id}`, { data: body, headers: OWN_PAGE })).status(),
  ).toBe(200)
  const finished = await page.request.post(`/api/v1/quiz-runs/${id}/finish`, { headers: OWN_PAGE })
  const { result } = (await finished.json()) as RunView // the server's own contract
  expect(result?.verdicts.find(({ question }) => question === forget.id)).toMatchObject({ outcome: 'slip' })

  await page.goto(`/quiz/${link}?run=${id}`)
  const slip = page.getByRole('listitem').filter({ hasText: 'A slip' })
  await expect(slip).toContainText('What you did')
  await expect(slip).toContainText('σ left out')
  await page.getByRole('button', { name: '切换到中文' }).first().click()
  await expect(page.getByRole('listitem').filter({ hasText: '有一处错误' })).toContainText('漏掉了 σ')
})
