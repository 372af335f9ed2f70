/** No vowels, so no words by chance; nothing that looks like another letter on a blackboard. */
export const JOIN_LETTERS = 'bcdfghjkmnpqrstvwxz23456789'

/** 27^8 = 2.8 × 10¹¹ codes: with the limits on asking (take-join-attempt.ts) nobody meets one by chance. */
export const JOIN_CODE_LENGTH = 8

/**
 * A code as a person typed it: capitals, full-width letters, spaces and hyphens are all the same to a class. Null for
 * what cannot be a code.
 */
export function readJoinCode(text: string): string | null {
  if (text.length > 100) return null
  const code = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Dash_Punctuation}]/gu, '')
  return code.length === JOIN_CODE_LENGTH && [...code].every((letter) => JOIN_LETTERS.includes(letter))
    ? code
    : null
}

/** In two halves, to be read out and typed: "bcdf-2345". */
export function showJoinCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
