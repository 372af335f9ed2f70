import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { environmentTable } from './environment-table'

/** Prettier pads the columns; the words are what must agree. */
const withoutPadding = (text: string) => text.replace(/ +/g, ' ').replace(/-+/g, '-')

it('stands in the README word for word', () => {
  expect(withoutPadding(readFileSync('README.md', 'utf8'))).toContain(withoutPadding(environmentTable()))
})
