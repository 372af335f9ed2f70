import { openCloze, parseCloze } from './cloze'

export type ComparedNote = { id: string; front: string }

/** `same`: the same but for case, width, spacing and punctuation. `near`: most of their letters in the same order. */
export type DuplicateGroup = { likeness: 'same' | 'near'; ids: string[] }

/** Share of three-letter pieces that two texts have in common of all that they have (Jaccard's index). */
const NEAR = 0.7
/** Pieces that this many texts have tell nothing of any two, and would cost the square of their number. */
const COMMON = 400

/**
 * Notes of which the fronts are the same or nearly so, in the order given: each group once, a note in at most one.
 * For 5,000 notes a few hundred milliseconds.
 */
export function findDuplicates(notes: readonly ComparedNote[]): DuplicateGroup[] {
  const turns = findDuplicatesInTurns(notes)
  for (;;) {
    const turn = turns.next()
    if (turn.done) return turn.value
  }
}

/** The same, which pauses every few milliseconds for who has others to serve meanwhile. */
export function* findDuplicatesInTurns(notes: readonly ComparedNote[]): Generator<void, DuplicateGroup[]> {
  const bySpelling = new Map<string, string[]>()
  for (const { id, front } of notes) {
    const spelling = spellingOf(front)
    if (spelling === '') continue
    const ids = bySpelling.get(spelling)
    if (ids) ids.push(id)
    else bySpelling.set(spelling, [id])
  }
  const spellings = [...bySpelling]
  const groupOf = spellings.map((_, i) => i)
  const rootOf = (i: number): number => {
    while (groupOf[i] !== i) i = groupOf[i]
    return i
  }
  for (const [a, b] of yield* nearPairs(spellings.map(([spelling]) => spelling))) {
    const [first, second] = [rootOf(a), rootOf(b)].sort((x, y) => x - y)
    groupOf[second] = first
  }

  const groups = new Map<number, DuplicateGroup>()
  for (const [i, [, ids]] of spellings.entries()) {
    const root = rootOf(i)
    const group = groups.get(root)
    if (!group) groups.set(root, { likeness: 'same', ids: [...ids] })
    else groups.set(root, { likeness: 'near', ids: [...group.ids, ...ids] })
  }
  return [...groups.values()].filter(({ ids }) => ids.length > 1)
}

/** What is left of a text when case, width, spacing, clozes, Markdown and punctuation are not looked at; signs of formulas are. */
export function spellingOf(text: string): string {
  return openCloze(parseCloze(text).parts)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+\-=<>/^\\]+/gu, '')
}

const TEXTS_A_TURN = 50

function* nearPairs(spellings: string[]): Generator<void, [number, number][]> {
  const pieces = spellings.map(piecesOf)
  const having = new Map<string, number[]>()
  for (const [i, own] of pieces.entries()) {
    for (const piece of own) {
      const list = having.get(piece)
      if (list) list.push(i)
      else having.set(piece, [i])
    }
  }
  const pairs: [number, number][] = []
  for (const [i, own] of pieces.entries()) {
    if (i % TEXTS_A_TURN === 0) yield
    const shared = new Map<number, number>()
    for (const piece of own) {
      const list = having.get(piece) ?? []
      if (list.length > COMMON) continue
      for (const other of list) if (other < i) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    for (const [other, count] of shared) {
      // The pieces left out above are common to many, so they are counted only for pairs that have others in common.
      if (count * 3 < own.size && count * 3 < pieces[other].size) continue
      if (likeness(own, pieces[other]) >= NEAR) pairs.push([other, i])
    }
  }
  return pairs
}

function piecesOf(spelling: string): Set<string> {
  const padded = `  ${spelling} `
  const pieces = new Set<string>()
  for (let i = 0; i + 3 <= padded.length && i < 2_000; i++) pieces.add(padded.slice(i, i + 3))
  return pieces
}

function likeness(a: Set<string>, b: Set<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  if (small.size < NEAR * large.size) return 0
  let shared = 0
  for (const piece of small) if (large.has(piece)) shared++
  return shared / (a.size + b.size - shared)
}
