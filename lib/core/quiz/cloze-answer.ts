import { openCloze, parseCloze, type ClozePart } from '../content/cloze'

/** Longer than this is no fun to type. */
const MOST_TO_TYPE = 60

/**
 * What a cloze card hides, as its author wrote it. Null where there is not one short thing to type: the number hides
 * several different things, or something long.
 */
export function findClozeAnswer(front: string, ord: number): string | null {
  const hidden = new Set<string>()
  const visit = (parts: ClozePart[]) => {
    for (const part of parts) {
      if (part.kind === 'text') continue
      if (part.number === ord + 1) hidden.add(openCloze(part.parts).trim())
      visit(part.parts)
    }
  }
  visit(parseCloze(front).parts)
  const [answer, ...more] = hidden
  return answer === undefined || more.length > 0 || answer.length > MOST_TO_TYPE ? null : answer
}
