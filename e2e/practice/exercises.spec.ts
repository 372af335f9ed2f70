import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import { rightValues, slippedValues, taskOf, variantOf } from './worked-answers'

const open = async (page: Page, path: string) => {
  await page.goto(path)
  await expect(page.locator('form').first()).toBeVisible()
}

const answer = async (page: Page, form: number, values: readonly string[]) => {
  const task = page.locator('#main form').nth(form)
  for (const [k, value] of values.entries()) await task.getByRole('textbox').nth(k).fill(value)
  await task.getByRole('button', { name: /^(check|检查)$/i }).click()
  return task.getByRole('status').first()
}

test('a right answer is right, gains mastery, and comes to the server judged again', async ({ guest }) => {
  const exercise = variantOf('lstm-C', 1, 'right')
  await open(guest, '/practice/lstm-C?rung=1&form=hard&seed=right')
  const said = await answer(guest, 0, rightValues(exercise, taskOf(exercise, 'C')))
  await expect(said).toContainText('Correct')
  await expect(guest.getByText('All right.')).toBeVisible()
  const mastery = async () => {
    const report: unknown = await (await guest.request.get('/api/v1/practice/mastery')).json()
    const { skills } = report as { skills: { skill: string; level: number }[] } // the contract of the route
    return skills.find(({ skill }) => skill === 'lstm-C')?.level ?? 0
  }
  await expect.poll(mastery).toBeGreaterThan(0)
})

for (const { id, quantity, slip, en, zh } of [
  {
    id: 'lstm-C',
    quantity: 'C',
    slip: 'swapped_f_and_i',
    en: /forget.*input|input.*forget|swap/i,
    zh: /用反了/,
  },
  { id: 'lstm-h', quantity: 'h', slip: 'no_tanh_on_C', en: /tanh/i, zh: /tanh/ },
  { id: 'gru-h', quantity: 'h', slip: 'z_convention_flipped', en: /z/, zh: /z/ },
] as const) {
  test(`the slip ${slip} is named in both languages, with both formulas`, async ({
    guest,
    context,
    baseURL,
  }) => {
    const exercise = variantOf(id, 1, 'slip')
    const values = slippedValues(exercise, taskOf(exercise, quantity), slip)
    await open(guest, `/practice/${id}?rung=1&form=hard&seed=slip`)
    const said = await answer(guest, 0, values)
    await expect(said).toContainText(en)
    await expect(said.locator('.katex').first()).toBeVisible()
    await expect(said.locator('dd')).toHaveCount(2)
    await expect(guest.getByText('Now you know which mistake it was.')).toBeVisible()

    await context.addCookies([{ name: 'unroll.locale', value: 'zh', url: baseURL ?? '' }])
    await open(guest, `/practice/${id}?rung=1&form=hard&seed=slip`)
    await expect(await answer(guest, 0, values)).toContainText(zh)
  })
}

test('a later value that follows from an earlier mistake is told so', async ({ guest }) => {
  const exercise = variantOf('lstm-h', 1, 'follow')
  const sheet = exercise.sheet
  if (!sheet) throw new Error('no sheet')
  const wrongC = slippedValues(exercise, taskOf(exercise, 'C'), 'dropped_memory')
  const { o } = sheet.trace.steps[0]
  const h = wrongC.map((c, k) => (o[k] * Math.tanh(Number(c))).toFixed(3))
  await open(guest, '/practice/lstm-h?rung=1&seed=follow')
  await answer(guest, 0, wrongC)
  await expect(await answer(guest, 1, h)).toContainText(/using your C/i)
})

test('hints open one by one, and leaving keeps the numbers and what was typed', async ({ guest }) => {
  await open(guest, '/practice/lstm-h?rung=2&seed=keep')
  await guest.getByRole('button', { name: 'Hint (1 of 3)' }).first().click()
  await expect(guest.getByText('Hint 1.').first()).toBeVisible()
  await guest.getByRole('textbox').first().fill('0,25')
  await guest.goto('/practice')
  await guest.getByRole('link', { name: 'LSTM: the hidden state' }).click()
  await guest.getByLabel('Level').selectOption('2')
  await expect(guest.getByRole('textbox').first()).toHaveValue('0,25')
  expect(guest.url()).toContain('seed=keep')
})

test('what is no number is no answer, and says why', async ({ guest }) => {
  await open(guest, '/practice/lstm-C?rung=1&form=hard&seed=words')
  await expect(await answer(guest, 0, ['8 cm'])).toContainText('No unit belongs here')
  await expect(guest.getByText('All right.')).toBeHidden()
  await expect(guest.getByRole('heading', { name: 'Worked solution' })).toBeHidden()
})
