import type { Bilingual } from '../cells/bilingual'

const wordsOf = (sentence: string) => sentence.toLowerCase().match(/[\p{L}\d]+/gu) ?? []

/**
 * "Compute the new hidden state." says already what "Compute the hidden state." asks: where an exercise has one box, the
 * second sentence below the first is noise. Read off the English side, which has words.
 */
export function saysAlready(prompt: Bilingual, asked: Bilingual): boolean {
  const said = new Set(wordsOf(prompt.en))
  return wordsOf(asked.en).every((word) => said.has(word))
}
