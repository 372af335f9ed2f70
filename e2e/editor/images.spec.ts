import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../fixtures'
import { draftsOf, expectSaved, openNewDeck, previewOf } from './editor-page'

test('a picture is pasted, described, shown, and refused when it is none', async ({ page, complaints }) => {
  complaints.expect(/422/)
  const slug = await openNewDeck(page, 'Pictures')
  await page.getByRole('button', { name: 'New note' }).first().click()
  const front = page.getByLabel('Front')
  await front.fill('Look: ')
  const paste = (base64: string, name: string, type: string) =>
    front.evaluate(
      (area, file) => {
        const bytes = Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0))
        const data = new DataTransfer()
        data.items.add(new File([bytes], file.name, { type: file.type }))
        area.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        )
      },
      { base64, name, type },
    )
  const png = readFileSync(path.join(import.meta.dirname, '../../prisma/decks/media/lstm-cell.png'))
  await front.focus()
  await page.keyboard.press('End')
  await paste(png.toString('base64'), 'cell.png', 'image/png')
  const dialog = page.getByRole('dialog', { name: 'Describe the picture' })
  await expect(dialog.getByLabel('What is to be seen')).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'Insert' })).toBeDisabled()
  await page.keyboard.type('An LSTM cell')
  await expect(dialog.getByRole('button', { name: 'Insert' })).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(front).toHaveValue(/^Look: !\[An LSTM cell\]\(media:[0-9a-f]{64}\)$/)
  const image = previewOf(page).getByRole('img', { name: 'An LSTM cell' })
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(1140)
  await page.getByLabel('Back').fill('a cell')
  await expectSaved(page)
  expect((await draftsOf(page, slug))[0].problems).toEqual([])

  await paste(btoa('<svg onload="alert(1)"/>'), 'a.png', 'image/png')
  await expect(page.getByRole('alert').filter({ hasText: 'Pictures must be PNG' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})
