import { showingSeed } from '../../lib/core/exercises/exercise-card'
import { poseShowing } from '../../lib/core/exercises/pose-showing'
import type { StudyPack } from '../../lib/core/study/study-pack'
import { expect, listAccessibilityProblems, signIn, test } from '../fixtures'
import { draftsOf, expectSaved, openNewDeck } from './editor-page'

const SAME_SITE = { 'sec-fetch-site': 'same-origin' }

test('an instructor describes an exercise; a learner makes the author’s slip and is told so in their language', async ({
  page,
  browser,
  baseURL,
  complaints,
}) => {
  test.setTimeout(180_000)
  complaints.expect(/Failed to load resource/) // the network goes below
  const slug = await openNewDeck(page, 'Gates of my own')
  await page.getByRole('button', { name: 'New note' }).first().click()
  await page.getByLabel('Kind', { exact: true }).last().selectOption('EXERCISE')
  await page.getByRole('button', { name: 'A gate from its pre-activation' }).click()

  // What is wrong is said at its place, and leads there.
  const right = page.getByLabel('Right is').first()
  await right.fill('sigmoid(b)')
  await expect(page.getByText('Nothing above is called “b”.').first()).toBeVisible()
  const place = page.getByRole('button', { name: 'Answer 1 › Right is' })
  await place.click()
  await expect(right).toBeFocused()
  await right.fill('sigmoid(a)')
  await expect(page.getByText('Ready to be published')).toBeVisible()

  // Twenty variants, any of which can be tried, and what it says be kept as a test.
  const table = page.getByRole('region', { name: 'Twenty variants' }).getByRole('row')
  await expect(table).toHaveCount(21)
  const before = await table.nth(1).innerText()
  await page.getByLabel('Seed').fill('7')
  await expect(table.nth(1)).not.toHaveText(before)
  await page.getByRole('button', { name: 'Try variant 3', exact: true }).click()
  const trial = page.getByRole('region', { name: 'Variant 3, as a learner meets it' })
  const gate = (await table.nth(3).getByRole('cell').nth(2).innerText()).replace('−', '-')
  await trial
    .getByRole('textbox')
    .first()
    .fill(String(1 - Number(gate)))
  await trial.getByRole('button', { name: 'Check' }).first().click()
  await expect(trial.getByText('the sign of af flipped')).toBeVisible()
  await trial.getByRole('button', { name: 'Keep as a test' }).click()
  await expect(page.getByRole('group', { name: 'Tests 3' })).toContainText('as expected')
  await page.getByLabel('Called, Chinese').first().fill('符号写反了')
  await expectSaved(page)
  expect(await listAccessibilityProblems(page)).toEqual([])
  expect((await draftsOf(page, slug)).flatMap(({ problems }) => problems)).toEqual([])

  // Published by the page's own button, with the exercise among the changes.
  await page.getByRole('link', { name: 'Review and publish' }).click()
  const change = page.getByRole('main').getByRole('listitem').filter({ hasText: 'forget gate' })
  await expect(change).toBeVisible()
  expect(await listAccessibilityProblems(page)).toEqual([])
  await page.getByLabel('What changed, in one line').fill('A gate')
  await page.getByRole('button', { name: 'Publish 1 change' }).click()
  await expect(page.getByText('Version 1 is published.')).toBeVisible()
  await page.request.patch(`/api/v1/decks/${slug}`, { data: { visibility: 'PUBLIC' }, headers: SAME_SITE })

  // A learner of another language, who loses the network before the card comes.
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  await signIn(context.request, 'guest', { locale: 'zh', timeZone: 'Asia/Shanghai' })
  const enrolled = await context.request.put(`/api/v1/decks/${slug}/enrolment`, {
    data: {},
    headers: SAME_SITE,
  })
  const { deckId } = (await enrolled.json()) as { deckId: string } // the route's own schema
  const pack = (await (await context.request.get('/api/v1/study/pack')).json()) as StudyPack // likewise
  const card = pack.cards.find((each) => each.deckId === deckId)
  if (!card) throw new Error('The card is not in the pack')
  const shown = poseShowing(card, showingSeed(pack.learner.id, card.id, null))
  const [answer] = shown?.exercise.variant?.solution.answers ?? []

  const review = await context.newPage()
  await review.goto(`/review?deck=${deckId}`)
  await expect(review.getByRole('region', { name: '问题' })).toContainText('遗忘门的预激活值')
  await context.setOffline(true)
  await review
    .getByRole('textbox')
    .first()
    .fill((1 - answer.right[0]).toFixed(3))
  await review.getByRole('button', { name: '检查' }).first().click()
  await expect(review.getByText('符号写反了')).toBeVisible()
  await expect(review.getByText('负号在指数里')).toBeVisible()
  await review.getByRole('textbox').last().fill('7')
  await review.getByRole('button', { name: '检查' }).last().click()
  await expect(review.getByRole('heading', { name: '完整解答' })).toBeVisible()
  await review.keyboard.press('1')
  await context.setOffline(false)

  // The server judged it itself, and counts the slip by its name.
  await expect(async () => {
    await review.evaluate(() => dispatchEvent(new Event('online')))
    const mastery = (await (await context.request.get('/api/v1/practice/mastery')).json()) as {
      own: { attempts: number; title: { zh?: string } }[]
    }
    expect(mastery.own).toMatchObject([{ attempts: 1, title: { zh: '由预激活值求门' } }])
  }).toPass({ timeout: 20_000 })
  await context.close()
})
