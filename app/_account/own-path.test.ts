import { describe, expect, it } from 'vitest'
import { ownPath } from './own-path'

describe('where to go after signing in', () => {
  it('goes back to a page of this site', () => {
    expect(ownPath('/decks/rnn?tag=lstm')).toBe('/decks/rnn?tag=lstm')
  })

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/decks/..//evil.example/today',
    '/%2e//evil.example',
    'javascript:alert(1)',
    '',
    undefined,
  ])('never leaves it for %s', (from) => {
    expect(ownPath(from)).toBe('/today')
  })
})
