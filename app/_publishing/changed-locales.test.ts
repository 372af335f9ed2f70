import { expect, it } from 'vitest'
import type { RenderedCard } from '@/lib/core/content/content'
import { changedLocales } from './changed-locales'

const card = (sides: RenderedCard['sides']): RenderedCard => ({ ord: 0, sides })
const side = (front: string) => ({ front, back: 'b' })

it('tells in which languages cards show something else', () => {
  const both = [card({ zh: side('问'), en: side('q') })]
  expect(changedLocales(both, both)).toEqual({ added: [], removed: [], changed: [] })
  expect(changedLocales(both, [card({ en: side('q') })])).toEqual({ added: [], removed: ['zh'], changed: [] })
  expect(changedLocales([card({ zh: side('问') })], both)).toEqual({
    added: ['en'],
    removed: [],
    changed: [],
  })
  expect(changedLocales(both, [card({ zh: side('问？'), en: side('q') })])).toMatchObject({ changed: ['zh'] })
  expect(changedLocales(both, [...both, { ...both[0], ord: 1 }])).toMatchObject({ changed: ['zh', 'en'] })
})
