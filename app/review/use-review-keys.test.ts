import { describe, expect, it } from 'vitest'
import { keyAction } from './use-review-keys'

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  keyAction({
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  } as KeyboardEvent)

describe('the keys of the review', () => {
  it.each([
    [' ', 'reveal-or-good'],
    ['Enter', 'reveal-or-good'],
    ['z', 'undo'],
    ['e', 'edit'],
    ['@', 'suspend'],
    ['-', 'bury'],
    ['f', 'next-flag'],
    ['i', 'info'],
    ['l', 'language'],
    ['?', 'help'],
  ])('%s', (key, kind) => {
    expect(press(key)).toEqual({ kind })
  })

  it('digits grade, also on layouts that hide them behind Shift', () => {
    expect(press('3')).toEqual({ kind: 'grade', grade: 3 })
    expect(press('"', { code: 'Digit3' })).toEqual({ kind: 'grade', grade: 3 })
  })

  it('a sign of ours on a digit’s key is the sign: @ on many layouts, - on the French one', () => {
    expect(press('@', { code: 'Digit2', shiftKey: true })).toEqual({ kind: 'suspend' })
    expect(press('-', { code: 'Digit6' })).toEqual({ kind: 'bury' })
  })

  it('leaves the browser’s own keys to the browser', () => {
    expect(press('l', { ctrlKey: true })).toBeNull()
    expect(press('f', { metaKey: true })).toBeNull()
    expect(press('ArrowDown')).toBeNull()
    expect(press('z', { ctrlKey: true })).toEqual({ kind: 'undo' })
  })
})
