import { readMaths } from './read-maths'

export type DiffPart = { kind: 'same' | 'extra' | 'missing'; text: string }

export type TypedVerdict = {
  isCorrect: boolean
  /** The accepted answer nearest to what was typed, as its author wrote it, without dollar signs. */
  closest: string
  /** From what was typed to `closest`: kept, typed too much, not typed. One `same` part when correct. */
  parts: DiffPart[]
}

/**
 * Compares what was typed with the accepted answers. Width (full or half), case, spacing, punctuation at the ends,
 * articles and hyphens do not matter; maths is compared by what it means (see readMaths), and an accepted equation
 * may be typed without its left side.
 */
export function checkTypedAnswer(typed: string, accepted: string[]): TypedVerdict {
  const answers = accepted.length > 0 ? accepted.map(withoutDollars) : ['']
  const given = withoutDollars(typed).slice(0, MAX_LENGTH)
  const equal = answers.find((answer) => isSameWords(given, answer) || isSameMaths(given, answer))
  if (equal !== undefined) return { isCorrect: true, closest: equal, parts: [{ kind: 'same', text: given }] }

  const diffs = answers.map((answer) => ({
    closest: answer,
    parts: diff(given, answer.slice(0, MAX_LENGTH)),
  }))
  const nearest = diffs.reduce((best, each) => (differing(each.parts) < differing(best.parts) ? each : best))
  return { isCorrect: false, ...nearest }
}

const MAX_LENGTH = 300

const withoutDollars = (text: string) => text.replaceAll('$', '').trim()

function isSameWords(typed: string, answer: string): boolean {
  const folded = foldWords(typed)
  return folded !== ''
    ? folded === foldWords(answer)
    : typed !== '' && typed.normalize('NFKC') === answer.normalize('NFKC')
}

function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/^(?:the|an?)\s+/, '')
    .replace(/^[\s.,;:!?'"“”。，、；：！？「」《》]+|[\s.,;:!?'"“”。，、；：！？「」《》]+$/g, '')
    .replace(/[\s\u00ad\u2010-\u2015-]+/g, '')
}

function isSameMaths(typed: string, answer: string): boolean {
  const given = readMaths(typed)
  const wanted = given && readMaths(answer)
  if (!given || !wanted || given.right !== wanted.right) return false
  return given.left === null || given.left === wanted.left
}

const differing = (parts: DiffPart[]) =>
  parts.reduce((sum, part) => (part.kind === 'same' ? sum : sum + part.text.length), 0)

/** The longest common subsequence of characters, folded for width and case, as runs. */
function diff(typed: string, answer: string): DiffPart[] {
  const [from, to] = [Array.from(typed), Array.from(answer)]
  const same = (i: number, j: number) => foldCharacter(from[i]) === foldCharacter(to[j])
  const lengths = Array.from({ length: from.length + 1 }, () => new Uint16Array(to.length + 1))
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      lengths[i][j] = same(i, j) ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1])
    }
  }
  const parts: DiffPart[] = []
  const add = (kind: DiffPart['kind'], character: string) => {
    const last = parts.at(-1)
    if (last?.kind === kind) last.text += character
    else parts.push({ kind, text: character })
  }
  let [i, j] = [0, 0]
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && same(i, j)) {
      add('same', from[i++])
      j++
    } else if (j === to.length || (i < from.length && lengths[i + 1][j] >= lengths[i][j + 1])) {
      add('extra', from[i++])
    } else add('missing', to[j++])
  }
  return parts
}

const foldCharacter = (character: string) => character.normalize('NFKC').toLowerCase()
