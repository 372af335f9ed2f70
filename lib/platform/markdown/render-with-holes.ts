import type { Locale } from '@/lib/core/content/content'
import { FIRST_HOLE, FIRST_PLAIN_HOLE } from '@/lib/core/authored-exercises/exercise-texts'
import { findHoles } from '@/lib/core/authored-exercises/text-holes'
import { renderMarkdown, type MarkdownOptions, type RenderedMarkdown } from './render-markdown'

/**
 * An author's Markdown with `{{…}}` to safe HTML with one character for each of them, which fillHoles replaces by
 * drawn numbers, and by nothing else. Holes are numbered in `holes`, which grows; those beyond `most` stay as written.
 */
export function renderWithHoles(
  source: string,
  locale: Locale,
  holes: string[],
  most: number,
  imageSizes?: MarkdownOptions['imageSizes'],
): RenderedMarkdown {
  const clean = source.replace(/[\uE800-\uF8FF]/g, ' ')
  const shifts: { line: number; column: number; by: number }[] = []
  let text = ''
  let from = 0
  for (const hole of findHoles(clean)) {
    const known = holes.indexOf(hole.formula)
    const index = known === -1 ? holes.length : known
    if (index >= most) continue
    if (known === -1) holes.push(hole.formula)
    text += clean.slice(from, hole.from) + String.fromCharCode(FIRST_HOLE + index)
    from = hole.to
    const line = text.split('\n').length
    shifts.push({ line, column: text.length - text.lastIndexOf('\n'), by: hole.to - hole.from - 1 })
  }
  text += clean.slice(from)
  const { html, problems, media } = renderMarkdown(text, { locale, cloze: null, imageSizes })
  return {
    html: markPlainHoles(html),
    media,
    problems: problems.map((problem) => ({
      ...problem,
      column: shifts
        .filter(({ line, column }) => line === problem.line && column <= problem.column)
        .reduce((column, { by }) => column + by, problem.column),
    })),
  }
}

/** Inside tags and inside MathML no markup may be put in: such a hole takes plain characters. */
function markPlainHoles(html: string): string {
  let isMath = false
  return html.replace(/<[^>]*>|[^<]+/g, (piece) => {
    if (piece.startsWith('<math')) isMath = true
    const isPlain = isMath || piece.startsWith('<')
    if (piece.startsWith('</math')) isMath = false
    if (!isPlain) return piece
    // In an address a hole has been percent-encoded by now.
    const decoded = piece.replace(/%EE%[AB][0-9A-F]%[89AB][0-9A-F]/g, decodeURIComponent)
    return decoded.replace(/[\uE800-\uEFFF]/g, (character) =>
      String.fromCharCode(character.charCodeAt(0) - FIRST_HOLE + FIRST_PLAIN_HOLE),
    )
  })
}
