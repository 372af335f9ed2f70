import { expect, test } from '../fixtures'
import type { StudyPack } from '../../lib/core/study/study-pack'
import { answerByKeys, enterAsGuest, openReview, questionText } from '../review/study-page'

test('a review never scrolls sideways at 320 px, with the formulas that were missed at its end', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.setViewportSize({ width: 320, height: 700 })
  await enterAsGuest(page)
  // As far as the forward passes, which are wide: all of them new today.
  const pack = (await (await page.request.get('/api/v1/study/pack')).json()) as StudyPack // the route's contract
  await page.request.patch(`/api/v1/study/presets/${pack.presets[0].id}`, {
    data: { newPerDay: 45 },
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  await page.reload()
  await expect(page.getByText('45 new')).toBeVisible()
  await openReview(page)
  const excess = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  const missed = new Map<string, number>()
  while (await page.locator('article').isVisible()) {
    const question = await questionText(page)
    expect(await excess(), question).toBe(0)
    const times = missed.get(question) ?? 0
    await answerByKeys(page, times < 2 && question.startsWith('The forward pass') ? 1 : 4)
    missed.set(question, times + 1)
  }
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Missed' })).toBeVisible()
  await expect(page.locator('summary').filter({ hasText: '2 times' }).first()).toBeVisible()
  expect(await excess()).toBe(0)
})
