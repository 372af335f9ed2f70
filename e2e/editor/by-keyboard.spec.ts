import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures'
import { draftsOf, expectSaved, listOf, openNewDeck, previewOf, rowsOf } from './editor-page'

test('a deck of every kind is written by keyboard alone, changed, and undone', async ({ page }) => {
  test.setTimeout(180_000)
  const slug = await openNewDeck(page, 'Gates')
  const { keyboard } = page
  await page.getByRole('button', { name: 'New note' }).first().focus()
  await keyboard.press('Enter')

  // A new note's first field has the focus; Tab goes on through its fields.
  const front = page.getByLabel('Front')
  await expect(front).toBeFocused()
  await keyboard.type('What does $f_t$ decide?')
  await expect(previewOf(page).locator('.katex').first()).toBeVisible()
  await page.getByLabel('Back').focus()
  await keyboard.type('How much is kept.')
  await expectSaved(page)

  const kindOf = async (kind: string) => {
    await page.getByLabel('Kind', { exact: true }).last().focus()
    await keyboard.type(kind)
  }
  // The very next key is written into the new note.
  await keyboard.press('Control+Enter')
  await keyboard.type('s')
  await expect(front).toHaveValue('s')
  await expect(front).toBeFocused()
  await kindOf('Both')
  await front.focus()
  await keyboard.press('Control+a')
  await keyboard.type('σ')
  await page.getByLabel('Back').focus()
  await keyboard.type('sigmoid')

  // The next note has the focus before anything of it is chosen.
  const begin = async (field: Locator) => {
    await keyboard.press('Control+Enter')
    await expect(field).toHaveValue('')
    await expect(field).toBeFocused()
  }
  await begin(front)
  await kindOf('Gaps')
  const gaps = page.getByLabel('Text with gaps')
  await gaps.focus()
  await keyboard.type('forget and input')
  await keyboard.press('Home')
  for (let n = 0; n < 6; n++) await keyboard.press('Shift+ArrowRight')
  await keyboard.press('Alt+c')
  await expect(gaps).toHaveValue('{{c1::forget}} and input')
  await keyboard.press('End')
  for (let n = 0; n < 5; n++) await keyboard.press('Shift+ArrowLeft')
  await keyboard.press('Alt+c')
  await expect(gaps).toHaveValue('{{c1::forget}} and {{c2::input}}')
  await expect(page.getByRole('group', { name: 'Cards of this note' }).getByRole('button')).toHaveCount(2)
  await expect(previewOf(page).locator('.cloze-blank')).toHaveCount(1)

  await begin(gaps)
  await kindOf('Typed')
  const question = page.getByLabel('Question', { exact: true })
  await question.focus()
  await keyboard.type('Which activation?')
  await page.getByLabel(/^Accepted answers/).focus()
  await keyboard.type('tanh')
  await keyboard.press('Enter')
  await keyboard.type('hyperbolic tangent')

  await begin(question)
  await kindOf('Exercise')
  await page.getByRole('button', { name: 'One of the house’s exercises' }).focus()
  await keyboard.press('Enter')
  await expectSaved(page)

  const drafts = await draftsOf(page, slug)
  expect(drafts.map(({ kind }) => kind)).toEqual(['BASIC', 'REVERSED', 'CLOZE', 'TYPED', 'EXERCISE'])
  expect(drafts.flatMap(({ problems }) => problems)).toEqual([])
  expect(drafts[3].fields.en?.answers).toEqual(['tanh', 'hyperbolic tangent'])

  // In the list: move, duplicate, tag, delete, undo.
  await keyboard.press('Escape')
  await expect(listOf(page)).toBeFocused()
  await keyboard.press('Home')
  await keyboard.press('Alt+ArrowDown')
  await expect(rowsOf(page).nth(1)).toContainText('decide?')
  await keyboard.press('t')
  await expect(page.getByLabel('Tags', { exact: true })).toBeFocused()
  await keyboard.type('lstm::gates, recall')
  await keyboard.press('Escape')
  await expect(listOf(page)).toBeFocused()
  await keyboard.press('Delete')
  await expect(rowsOf(page)).toHaveCount(4)
  await expect(page.getByText('Note deleted.')).toBeVisible()
  await keyboard.press('u')
  await expect(rowsOf(page)).toHaveCount(5)
  await listOf(page).focus()
  await keyboard.press('Home')
  await keyboard.press('d')
  await expect(rowsOf(page)).toHaveCount(6)
  await expect(front).toBeFocused()
  await keyboard.press('Escape')
  await expect(listOf(page)).toBeFocused()
  await keyboard.press('u')
  await expect(rowsOf(page)).toHaveCount(5)

  await listOf(page).focus()
  await keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys of the editor' })).toBeVisible()
  await keyboard.press('Escape')
  const after = await draftsOf(page, slug)
  expect(after.map(({ kind }) => kind)).toEqual(['REVERSED', 'BASIC', 'CLOZE', 'TYPED', 'EXERCISE'])
  expect(after[1].tags).toEqual(['lstm::gates', 'recall'])
})

test('an error in a formula is shown at its place, and hostile text stays text', async ({ page }) => {
  const hostile: string[] = []
  await page.exposeFunction('tellHostile', (what: string) => void hostile.push(what))
  await openNewDeck(page, 'Hostile')
  await page.getByRole('button', { name: 'New note' }).first().click()
  const front = page.getByLabel('Front')
  await front.fill('fine\nbut $\\nosuch{1}$ here')
  await expect(front).toHaveAttribute('aria-invalid', 'true')
  const place = page.getByRole('button', { name: 'Line 2, column 6' })
  await expect(place).toBeVisible()
  await place.click()
  await expect.poll(() => front.evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(10)
  await expect(page.locator('.editor-mirror mark')).toHaveText('\\nosuch{1}$')

  await front.fill(
    [
      '<img src=x onerror="tellHostile(1)"><script>tellHostile(2)</script>',
      '[a](javascript:tellHostile(3)) ![b](javascript:tellHostile(4))',
      '$\\href{javascript:tellHostile(5)}{x}$ $\\htmlData{a=b}{y}$ <svg onload=tellHostile(6)>',
      '{{c1::<iframe srcdoc="<script>parent.tellHostile(7)</script>">}}',
    ].join('\n\n'),
  )
  await page
    .getByLabel('Back')
    .fill('<style>*{display:none}</style><a href="javascript:tellHostile(8)">z</a>')
  await expectSaved(page)
  await page.reload()
  await expect(previewOf(page).locator('.card-side').first()).toBeVisible()
  const elements = await previewOf(page).evaluate((root) => ({
    dangerous: root.querySelectorAll(
      'script, iframe, svg[onload], style, object, form, input, a[href^="javascript"]',
    ).length,
    handlers: [...root.querySelectorAll('*')].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith('on')),
    ).length,
    images: root.querySelectorAll('img').length,
  }))
  expect(elements).toEqual({ dangerous: 0, handlers: 0, images: 0 })
  expect(hostile).toEqual([])
})

test('a key is previewed within 50 ms, on a long forward pass in both languages', async ({ page }) => {
  test.setTimeout(120_000)
  await openNewDeck(page, 'Fast')
  await page.getByRole('button', { name: 'New note' }).first().click()
  await page.getByLabel('Kind', { exact: true }).last().selectOption('CLOZE')
  const pass =
    'The forward pass\n\n$$\n\\begin{aligned} f_t &= {{c1::\\sigma(W_f[h_{t-1},x_t] + b_f)}} \\\\ i_t &= {{c2::\\sigma(W_i[h_{t-1},x_t] + b_i)}} \\\\ \\tilde{C}_t &= {{c3::\\tanh(W_C[h_{t-1},x_t] + b_C)}} \\\\ C_t &= {{c4::f_t * C_{t-1} + i_t * \\tilde{C}_t}} \\\\ o_t &= {{c5::\\sigma(W_o[h_{t-1},x_t] + b_o)}} \\\\ h_t &= {{c6::o_t * \\tanh(C_t)}} \\end{aligned}\n$$\n\nand '
  await page.getByLabel('Text with gaps').fill(pass)
  await page.getByRole('button', { name: 'Add Chinese' }).click()
  await page.getByLabel('Text with gaps').first().fill(pass)
  await page.getByLabel('Text with gaps').last().focus()
  await page.keyboard.press('Control+End')
  await expect(previewOf(page).locator('.katex').first()).toBeVisible()
  // From the key's event to the frame in which the card shows it.
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    const preview = document.querySelector('[data-testid=preview]')
    document.addEventListener('input', (event) => {
      const observer = new MutationObserver(() => {
        observer.disconnect()
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => times.push(performance.now() - event.timeStamp)
          channel.port2.postMessage(null)
        })
      })
      if (preview) observer.observe(preview, { childList: true, subtree: true, characterData: true })
    })
  })
  for (const letter of 'then x again and again') {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    await page.waitForTimeout(80)
  }
  const times = await page.evaluate(() => Reflect.get(window, 'keyTimes') as number[]) // put there above
  const sorted = [...times].sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)]
  console.log(
    `key to preview: ${sorted.length} keys, median ${median.toFixed(1)} ms, most ${sorted.at(-1)?.toFixed(1)} ms`,
  )
  expect(sorted.length).toBeGreaterThan(15)
  // The machine may be busy with other tests: that it can be done is asked of one key, of the usual key in a full run.
  expect(process.env.UNROLL_FULL ? median : sorted[0]).toBeLessThan(50)
})
