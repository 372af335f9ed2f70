import { describe, expect, it } from 'vitest'
import { defineText } from './define-text'
import { getText } from './get-text'

describe('text in both languages', () => {
  const text = defineText({
    en: { title: 'Today', due: (n: number) => `${n} due`, nested: { yes: 'Yes' } },
    zh: { title: '今天', due: (n: number) => `${n} 张到期`, nested: { yes: '是' } },
  })

  it('is read by language', () => {
    expect(getText(text, 'zh').due(3)).toBe('3 张到期')
    expect(getText(text, 'en').nested.yes).toBe('Yes')
  })

  it('does not compile when a language lacks a key or gives it another shape', () => {
    // @ts-expect-error zh lacks `due`
    defineText({ en: { title: 'a', due: (n: number) => `${n}` }, zh: { title: '一' } })
    // @ts-expect-error zh gives a string where en gives a function
    defineText({ en: { due: (n: number) => `${n}` }, zh: { due: '一' } })
    // @ts-expect-error zh has a key that en lacks
    defineText({ en: { title: 'a' }, zh: { title: '一', extra: '二' } })
    // @ts-expect-error a nested key is missing
    defineText({ en: { group: { a: 'a', b: 'b' } }, zh: { group: { a: '一' } } })
    expect(getText(text, 'en').title).toBe('Today')
  })
})
