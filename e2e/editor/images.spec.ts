import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import { draftsOf, expectSaved, openNewDeck, previewOf } from './editor-page'
import { heavyPng } from './heavy-png'

const CELL = readFileSync(path.join(import.meta.dirname, '../../prisma/decks/media/lstm-cell.png'))
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')

type Way = 'paste' | 'drop'

/** A file that arrives as a browser brings it. */
const bring = (field: Locator, way: Way, { name, mimeType, buffer }: TestFile) =>
  field.evaluate(
    (area, file) => {
      const bytes = Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([bytes], file.name, { type: file.type }))
      const event =
        file.way === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
      area.dispatchEvent(event)
      if (!event.defaultPrevented) throw new Error('The browser would have gone to the file.')
    },
    { way, base64: buffer.toString('base64'), name, type: mimeType },
  )

type TestFile = { name: string; mimeType: string; buffer: Buffer }
const png: TestFile = { name: 'cell.png', mimeType: 'image/png', buffer: CELL }
const svg: TestFile = { name: 'cell.svg', mimeType: 'image/svg+xml', buffer: SVG }
const huge: TestFile = { name: 'huge.png', mimeType: 'image/png', buffer: heavyPng(2 * 1024 * 1024 + 1, 0) }

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Describe the picture' })

async function describe(page: Page, words: string) {
  const dialog = dialogOf(page)
  await expect(dialog.getByLabel('What is to be seen')).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'Insert' })).toBeDisabled()
  await page.keyboard.type(words)
  await expect(dialog.getByRole('button', { name: 'Insert' })).toBeEnabled()
  await page.keyboard.press('Enter')
}

async function expectRefused(page: Page, sentence: RegExp) {
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
  await page.keyboard.type('A cell')
  await expect(dialog.getByRole('button', { name: 'Insert' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

test('a picture comes by paste, by drop and by its button, is described and shown', async ({ page }) => {
  test.setTimeout(90_000)
  const slug = await openNewDeck(page, 'Pictures')
  await page.getByRole('button', { name: 'New note' }).first().click()
  const front = page.getByLabel('Front')
  const back = page.getByLabel('Back')
  await front.fill('Look: ')
  await front.focus()
  await page.keyboard.press('End')
  await bring(front, 'paste', png)
  await describe(page, 'An LSTM cell')
  await expect(dialogOf(page)).toBeHidden()
  await expect(front).toHaveValue(/^Look: !\[An LSTM cell\]\(media:[0-9a-f]{64}\)$/)
  const image = previewOf(page).getByRole('img', { name: 'An LSTM cell' })
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(1140)
  // The next key is written behind it.
  await expect(front).toBeFocused()
  await page.keyboard.type('!')
  await expect(front).toHaveValue(/\)!$/)

  await back.fill('')
  await bring(back, 'drop', png)
  await describe(page, 'The same [cell]')
  await expect(back).toHaveValue(/^!\[The same \\\[cell\\\]\]\(media:[0-9a-f]{64}\)$/)
  await expect(previewOf(page).getByRole('img', { name: 'The same [cell]' })).toBeVisible()

  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Picture', exact: true }).last().click()
  await (await chosen).setFiles([png, { ...png, name: 'again.png' }])
  await describe(page, 'First')
  await describe(page, 'Second')
  await expect(dialogOf(page)).toBeHidden()
  await expect(back).toHaveValue(/!\[First\]\(media:[0-9a-f]{64}\)!\[Second\]\(media:[0-9a-f]{64}\)$/)
  await expectSaved(page)
  expect((await draftsOf(page, slug))[0].problems).toEqual([])
})

test('what is no picture, or too large, is refused with a sentence, however it comes', async ({
  page,
  complaints,
}) => {
  complaints.expect(/422|413/)
  await openNewDeck(page, 'Refused')
  await page.getByRole('button', { name: 'New note' }).first().click()
  const front = page.getByLabel('Front')
  const byButton = async (file: TestFile) => {
    const chosen = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Picture', exact: true }).first().click()
    await (await chosen).setFiles(file)
  }
  const ways = [
    (file: TestFile) => bring(front, 'paste', file),
    (file: TestFile) => bring(front, 'drop', file),
    byButton,
  ]
  for (const way of ways) {
    await way(svg)
    await expectRefused(page, /PNG, JPEG, WebP or GIF/)
    // Named as a picture is, it is looked at, not believed.
    await way({ ...svg, name: 'cell.png', mimeType: 'image/png' })
    await expectRefused(page, /PNG, JPEG, WebP or GIF/)
    await way(huge)
    await expectRefused(page, /at most 2 MB/)
  }
  await expect(front).toHaveValue('')
})

test('a deck that is full of pictures says so', async ({ page, complaints }) => {
  test.setTimeout(180_000)
  complaints.expect(/422/)
  const slug = await openNewDeck(page, 'Full')
  for (let n = 0; n < 100; n++) {
    const answer = await page.request.post(`/api/v1/decks/${slug}/media`, {
      data: heavyPng(2 * 1024 * 1024 - 1_024, n),
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/octet-stream' },
    })
    expect(answer.status(), await answer.text()).toBe(201)
  }
  await page.getByRole('button', { name: 'New note' }).first().click()
  await bring(page.getByLabel('Front'), 'paste', { ...png, buffer: heavyPng(200_000, 1_000) })
  await expectRefused(page, /1,000 pictures|200 MB/)
})
