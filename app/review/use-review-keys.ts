'use client'

import { useEffectEvent, useLayoutEffect } from 'react'

export type KeyAction =
  | { kind: 'reveal-or-good' }
  | { kind: 'grade'; grade: 1 | 2 | 3 | 4 }
  | { kind: 'flag'; flag: 1 | 2 | 3 | 4 }
  | { kind: 'undo' | 'edit' | 'suspend' | 'bury' | 'next-flag' | 'info' | 'report' | 'language' | 'help' }

/** What a key asks for, or null. Keys that a field, a button or the browser needs are left to them. */
export function keyAction(event: KeyboardEvent): KeyAction | null {
  const { key } = event
  const isCommand = event.ctrlKey || event.metaKey
  if (isCommand && key.toLowerCase() === 'z' && !event.shiftKey && !event.altKey) return { kind: 'undo' }
  const digit = digitOf(event)
  if (digit && event.ctrlKey && !event.altKey && !event.metaKey) return { kind: 'flag', flag: digit }
  if (isCommand || event.altKey) return null
  if (digit) return { kind: 'grade', grade: digit }
  switch (key) {
    case ' ':
    case 'Enter':
      return { kind: 'reveal-or-good' }
    case 'z':
    case 'Z':
      return { kind: 'undo' }
    case 'e':
    case 'E':
      return { kind: 'edit' }
    case '@':
      return { kind: 'suspend' }
    case '-':
      return { kind: 'bury' }
    case 'f':
    case 'F':
      return { kind: 'next-flag' }
    case 'i':
    case 'I':
      return { kind: 'info' }
    case 'r':
    case 'R':
      return { kind: 'report' }
    case 'l':
    case 'L':
      return { kind: 'language' }
    case '?':
      return { kind: 'help' }
    default:
      return null
  }
}

function digitOf({ key, code }: KeyboardEvent): 1 | 2 | 3 | 4 | null {
  // Some layouts need Shift for digits: then the place of the key counts, unless it makes a sign of ours.
  const digit = /^[1-4]$/.test(key) ? key : key === '@' || key === '-' ? '' : /^Digit([1-4])$/.exec(code)?.[1]
  return digit === '1' ? 1 : digit === '2' ? 2 : digit === '3' ? 3 : digit === '4' ? 4 : null
}

export function useReviewKeys(onAction: (action: KeyAction) => void): void {
  const act = useEffectEvent(onAction)
  // Before the paint: who sees the card may already press.
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.repeat || event.isComposing || event.defaultPrevented) return
      if (event.target instanceof Element && isBusy(event.target, event.key)) return
      const action = keyAction(event)
      if (!action) return
      event.preventDefault()
      act(action)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** The key belongs to what has the focus: a field, an open dialog, or a button that Space and Enter press. */
function isBusy(target: Element, key: string): boolean {
  if (target.closest('input, textarea, select, [contenteditable], dialog[open]')) return true
  const presses = key === ' ' || key === 'Enter'
  return presses && target.closest('a, button, summary, [role="button"]') !== null
}
