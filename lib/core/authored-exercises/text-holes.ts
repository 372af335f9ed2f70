/** `{{…}}` in an author's text: where a value is put in. What is between the braces is a formula. */
export type Hole = { formula: string; from: number; to: number }

const HOLE = /\{\{([^{}]*)\}\}/g

/** The holes of a text, in order. Outer braces of TeX stay: \frac{{{a}}}{2} has one hole, a. */
export function findHoles(text: string): Hole[] {
  return [...text.matchAll(HOLE)].map((match) => ({
    formula: match[1].trim(),
    from: match.index,
    to: match.index + match[0].length,
  }))
}
