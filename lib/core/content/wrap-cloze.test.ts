import { expect, it } from 'vitest'
import { parseCloze } from './cloze'
import { wrapCloze } from './wrap-cloze'

it('hides the selection under the next number, and again under the same', () => {
  const first = wrapCloze('f and i', 0, 1)
  expect(first).toEqual({ text: '{{c1::f}} and i', selectionStart: 6, selectionEnd: 7 })
  const end = first.text.length
  expect(wrapCloze(first.text, end - 1, end).text).toBe('{{c1::f}} and {{c2::i}}')
  expect(wrapCloze(first.text, end - 1, end, true).text).toBe('{{c1::f}} and {{c1::i}}')
  expect(wrapCloze('', 0, 0)).toEqual({ text: '{{c1::}}', selectionStart: 6, selectionEnd: 6 })
})

it('closes behind a formula that ends in a brace', () => {
  const { text } = wrapCloze('$h_{t-1}$', 1, 8)
  const [, cloze] = parseCloze(text).parts
  expect(text).toBe('${{c1::h_{t-1} }}$')
  expect(parseCloze(text).problems).toEqual([])
  expect(cloze).toMatchObject({ kind: 'cloze', number: 1, parts: [{ text: 'h_{t-1} ' }] })
})
