import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { prepareDeck } from './prepare-deck'

const HEAD = '---\ndeck: documented\ntitle: { en: Documented }\n---\n\n'
const examples = [...readFileSync('docs/deck-format.md', 'utf8').matchAll(/^```deck\n(.*?)^```$/gms)].map(
  ([, text]) => text,
)

it('has examples to read', () => {
  expect(examples.length).toBeGreaterThanOrEqual(4)
})

it.each(examples.map((text, i) => [i + 1, text] as const))(
  'example %i of docs/deck-format.md is a deck',
  async (_, text) => {
    const whole = text.startsWith('---') ? text : HEAD + text
    const prepared = await prepareDeck(whole, [])
    expect(prepared).toMatchObject({ ok: true })
  },
)
