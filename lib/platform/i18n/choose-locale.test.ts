import { describe, expect, it } from 'vitest'
import { chooseLocale } from './choose-locale'

describe('the reader’s language', () => {
  it.each([
    [undefined, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    [undefined, 'en-GB,en;q=0.9,zh;q=0.8', 'en'],
    [undefined, 'zh-Hant-TW', 'zh'],
    [undefined, 'de-DE,zh;q=0.3,en;q=0.7', 'en'],
    [undefined, 'fr;q=1, en;q=0, zh;q=0.1', 'zh'],
    [undefined, 'ja', 'en'],
    [undefined, '', 'en'],
    [undefined, ';;q=,,', 'en'],
    [undefined, null, 'en'],
    ['zh', 'en', 'zh'],
    ['en', 'zh-CN', 'en'],
    ['tlh', 'zh-CN', 'zh'],
  ])('chosen %s, browser %s: %s', (chosen, header, locale) => {
    expect(chooseLocale(chosen, header)).toBe(locale)
  })
})
