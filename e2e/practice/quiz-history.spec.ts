import { expect, listAccessibilityProblems, test } from '../fixtures'
import { makeQuiz, takeQuiz } from './quiz-page'

test('the history draws how several quizzes went, and its table says the same', async ({ guest: page }) => {
  await page.goto('/quiz')
  await expect(page.getByText('None yet.')).toBeVisible()
  const trend = page.getByRole('img', {
    name: 'Share of each quiz that was right, from the oldest to the latest',
  })
  await expect(trend).toBeHidden()

  const took = [0, 1, 3, 2]
  for (const [n, right] of took.entries()) {
    const { quiz } = await makeQuiz(page, { title: `Quiz number ${n + 1}` })
    await takeQuiz(page, quiz, right)
  }
  // One that is only begun is listed, and is no point of the picture.
  const { link } = await makeQuiz(page, { title: 'Half done' })
  await page.goto(`/quiz/${link}`)
  const begun = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok())
  await page.getByRole('button', { name: 'Begin' }).click()
  await begun

  await page.goto('/quiz')
  const points = trend.locator('circle')
  await expect(points).toHaveCount(took.length)
  const places = await points.evaluateAll((circles) =>
    circles.map((circle) => [circle.getAttribute('cx'), circle.getAttribute('cy')].map(Number)),
  )
  const [x, y] = [0, 1].map((axis) => places.map((place) => place[axis]))
  expect(x).toEqual([...x].sort((a, b) => a - b))
  // Downwards is more: 0, 1 and 3 of 3 rise, 2 of 3 falls back to between the last two.
  const [none, one, all, two] = y
  expect(none).toBeGreaterThan(one)
  expect(one).toBeGreaterThan(two)
  expect(two).toBeGreaterThan(all)
  expect((none - one) * 2).toBeCloseTo(none - two, 0)

  const rows = page.getByRole('row')
  await expect(rows).toHaveCount(took.length + 2)
  await expect(rows.nth(1)).toContainText('Half done')
  await expect(rows.nth(1)).toContainText('Not finished')
  await expect(rows.nth(2)).toContainText('2 of 3 (67%)')
  await expect(rows.nth(5)).toContainText('0 of 3 (0%)')
  for (const size of [
    { width: 390, height: 844 },
    { width: 1280, height: 860 },
  ]) {
    await page.setViewportSize(size)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width)
    expect(await listAccessibilityProblems(page)).toEqual([])
  }

  await page.getByRole('link', { name: 'Quiz number 3: See the result' }).click()
  await expect(page.getByText('3 of 3 (100%)')).toBeVisible()
  await expect(page.getByText('Nothing was missed.')).toBeVisible()
})
