import { clozeNumbers, parseCloze } from './cloze'

export type WrappedCloze = { text: string; selectionStart: number; selectionEnd: number }

/**
 * The selected part of a text hidden under a cloze number: the next free one, or with `again` the last in use, so that
 * both are asked together. What ends in a brace keeps a space before the cloze's own, or they would be read together.
 * Without a selection an empty cloze is put there, to be typed into.
 *
 * @param from offsets in UTF-16 units, `from` ≤ `to`, as a text field gives them
 * @returns the new text and what to select in it: the hidden part
 */
export function wrapCloze(text: string, from: number, to: number, again = false): WrappedCloze {
  const used = clozeNumbers(parseCloze(text).parts)
  const last = used[used.length - 1] ?? 0
  const number = Math.min(99, again && last > 0 ? last : last + 1)
  const hidden = text.slice(from, to)
  const opening = `{{c${number}::`
  const closing = hidden.endsWith('}') ? ' }}' : '}}'
  return {
    text: text.slice(0, from) + opening + hidden + closing + text.slice(to),
    selectionStart: from + opening.length,
    selectionEnd: from + opening.length + hidden.length,
  }
}
