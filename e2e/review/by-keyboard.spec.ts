import { expect, test } from '../fixtures'
import { answerByKeys, enterAsGuest, everythingSent, openReview, questionText, serverLog } from './study-page'

test('a guest reviews the first day’s cards by keyboard alone', async ({ page, context }) => {
  await page.goto('/')
  const guest = page.getByRole('button', { name: 'Study as a guest' }).first()
  await expect(guest).toBeVisible()
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab')
    if (await guest.evaluate((button) => button === document.activeElement)) break
  }
  await page.keyboard.press('Enter')
  await page.waitForURL('**/today')
  const start = page.getByRole('link', { name: 'Start review' })
  await expect(start).toBeVisible()
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab')
    if (await start.evaluate((link) => link === document.activeElement)) break
  }
  await page.keyboard.press('Enter')
  await expect(page.locator('article')).toBeVisible()

  const seen = new Set<string>()
  for (let card = 0; card < 20; card++) {
    seen.add(await questionText(page))
    await answerByKeys(page, card % 5 === 0 ? 1 : 4)
  }
  expect(seen.size).toBe(20)
  // The four that were missed come back within the sitting.
  for (let card = 0; card < 4; card++) await answerByKeys(page, 4)
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeFocused()
  await expect(page.getByText('24 answers')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Missed' })).toBeVisible()
  await expect(page.locator('details summary')).toHaveCount(4)

  await everythingSent(page, 24)
  const log = await serverLog(context)
  expect(log.filter((event) => event.kind === 'ANSWER')).toHaveLength(24)
})

test('undo goes back any number of answers, also after a reload', async ({ page, context }) => {
  await enterAsGuest(page)
  await openReview(page)
  const first = await questionText(page)
  const second = await (async () => {
    await answerByKeys(page, 3)
    return questionText(page)
  })()
  await answerByKeys(page, 4)
  await answerByKeys(page, 1)
  await page.reload()
  await expect(page.locator('article')).toBeVisible()
  for (let times = 0; times < 2; times++) await page.keyboard.press('z')
  await expect.poll(() => questionText(page)).toBe(second)
  await page.keyboard.press('Control+z')
  await expect.poll(() => questionText(page)).toBe(first)
  await expect(page.getByText('Undone: an answer')).toBeVisible()
  await page.keyboard.press('z')
  await expect(page.getByText('Nothing to undo')).toBeVisible()

  await everythingSent(page, 6)
  const log = await serverLog(context)
  const undone = new Set(log.filter((event) => event.kind === 'UNDO').map((event) => event.target))
  const answers = log.filter((event) => event.kind === 'ANSWER')
  expect(answers).toHaveLength(3)
  expect(answers.every((event) => undone.has(event.id))).toBe(true)
})

test('suspend, bury and flag by key, told and taken back', async ({ page, context }) => {
  await enterAsGuest(page)
  await openReview(page)
  const first = await questionText(page)
  await page.keyboard.press('@')
  await expect(page.getByText('Suspended: it does not come up')).toBeVisible()
  const second = await questionText(page)
  expect(second).not.toBe(first)
  await page.keyboard.press('-')
  await expect(page.getByText('Buried until tomorrow.')).toBeVisible()
  await page.keyboard.press('z')
  await expect.poll(() => questionText(page)).toBe(second)
  await page.keyboard.press('z')
  await expect.poll(() => questionText(page)).toBe(first)
  await page.keyboard.press('f')
  await expect(page.getByText('Flag: Red')).toBeVisible()
  await page.keyboard.press('f')
  await expect(page.getByText('Flag: Amber')).toBeVisible()
  await everythingSent(page, 6)
  const kinds = (await serverLog(context)).map((event) => event.kind)
  expect(kinds).toEqual(['SUSPEND', 'BURY', 'UNDO', 'UNDO', 'FLAG', 'FLAG'])
})

test('the language changes in place, on the card and around it', async ({ page }) => {
  await enterAsGuest(page)
  await openReview(page)
  const question = page.getByRole('region', { name: 'Question' })
  await expect(question.locator('[lang="en"]')).toBeVisible()
  await page.keyboard.press('l')
  await expect(page.getByRole('region', { name: '问题' }).locator('[lang="zh-CN"]')).toBeVisible()
  await expect(page.getByRole('button', { name: '显示答案' })).toBeVisible()
  await page.keyboard.press('L')
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
})

test('help and card information open by key and give the focus back', async ({ page }) => {
  await enterAsGuest(page)
  await openReview(page)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys and gestures' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await answerByKeys(page, 3)
  await page.keyboard.press('z')
  await answerByKeys(page, 4)
  await page.keyboard.press('z')
  await page.keyboard.press('i')
  const info = page.getByRole('dialog', { name: 'Card info' })
  await expect(info.getByText('It is new to you, and next in its deck.')).toBeVisible()
  await expect(info.getByRole('row')).toHaveCount(3)
  // A key that comes before the browser tells of the closing opens what it asks for.
  await page.evaluate(() => {
    document.querySelector<HTMLDialogElement>('dialog[open]')?.close()
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '?' }))
  })
  await expect(info).toHaveCount(0)
  await expect(page.getByRole('dialog', { name: 'Keys and gestures' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Answer' })).toBeFocused()
})
