import type { LossCode } from '../incoming'
import { MAX_FIELD_LENGTH, MAX_FIELD_TAGS } from '../limits'
import {
  BRACE_CLOSE,
  BRACE_OPEN,
  CLOZE_CLOSE,
  CLOZE_HINT,
  CLOZE_OPEN,
  readNumber,
  withoutMarks,
} from './marks'
import { parseHtml } from './parse-html'
import { readSimpleHtml } from './read-simple-html'
import { takeClozes } from './take-clozes'
import { takeFormulas, type TakenFormula } from './take-formulas'
import { openBraces, texInMarkdown, withWholeClozes } from './tex-in-markdown'

export type HtmlContext = {
  isCloze: boolean
  /** The hash of a picture that may be shown, or null; whoever answers counts what is lost. */
  imageOf: (src: string) => string | null
  /** Whether a formula can be set, as TeX without clozes. */
  isFormula: (tex: string, isDisplay: boolean) => boolean
  lose: (code: LossCode, example?: string) => void
}

export type ConvertedHtml =
  | { ok: true; markdown: string; numbers: Set<number> }
  | { ok: false; code: 'note-too-long' | 'note-too-deep' | 'cloze-number' | 'image-occlusion' }

/**
 * An HTML field of somebody's card as our Markdown, with formulas as KaTeX reads them and clozes as we write them.
 * Nothing that runs, loads or looks like ours gets through: only what is known is written, and all of it as Markdown,
 * which the house renders and sanitises like any other.
 */
export function htmlToMarkdown(html: string, context: HtmlContext): ConvertedHtml {
  if (html.length > MAX_FIELD_LENGTH) return { ok: false, code: 'note-too-long' }
  const source = withoutMarks(html)
  if ((source.match(/</g)?.length ?? 0) > MAX_FIELD_TAGS) return { ok: false, code: 'note-too-deep' }
  const clozes = context.isCloze
    ? takeClozes(source)
    : { html: source, numbers: new Set<number>(), hasOddNumber: false }
  if (clozes.hasOddNumber)
    return { ok: false, code: /\bimage-occlusion:/.test(source) ? 'image-occlusion' : 'cloze-number' }
  if (context.isCloze && /\{\{c\d+::image-occlusion:/.test(source))
    return { ok: false, code: 'image-occlusion' }
  const taken = takeFormulas(withoutSounds(clozes.html, context))
  try {
    const simple = readSimpleHtml(taken.html, context)
    const { written, inTable } =
      simple === null
        ? parseHtml(taken.html, taken.formulas, context)
        : { written: simple, inTable: new Set<number>() }
    return { ok: true, numbers: clozes.numbers, markdown: putBack(written, taken.formulas, inTable, context) }
  } catch (error) {
    // The parsers recurse: what nests deeper than their stack ends here.
    if (error instanceof RangeError) return { ok: false, code: 'note-too-deep' }
    throw error
  }
}

function withoutSounds(html: string, { lose }: HtmlContext): string {
  return html
    .replace(/\[sound:([^\]\n]{0,300})\]/g, (_, name: string) => (lose('sound', name), ''))
    .replace(/\[anki:(tts|play)[^\]]{0,300}\](?:[^[]*\[\/anki:tts\])?/g, () => (lose('speech'), ''))
}

const FORMULA = /\uE103([\uE200-\uE5FF]+)\uE104/g

function putBack(
  written: string,
  formulas: TakenFormula[],
  inTable: ReadonlySet<number>,
  context: HtmlContext,
): string {
  const text = written.trim().replace(FORMULA, (mark, index: string, at: number, whole: string) => {
    const formula = writeFormula(readNumber(index), formulas, inTable, context)
    const isAlone =
      /(?:^|\n\n)$/.test(whole.slice(0, at)) && /^(?:\n\n|$)/.test(whole.slice(at + mark.length))
    return isAlone && formula.startsWith('$$')
      ? formula.replace(/^\$\$([\s\S]*)\$\$$/, (_, tex: string) => `$$\n${tex}\n$$`)
      : formula
  })
  return writeClozes(text)
}

function writeFormula(
  index: number,
  formulas: TakenFormula[],
  inTable: ReadonlySet<number>,
  context: HtmlContext,
): string {
  const formula = formulas[index]
  const tex = texInMarkdown(withWholeClozes(inTable.has(index) ? withoutBars(formula.tex) : formula.tex))
  const bare = withoutClozes(tex)
  if (bare === '') return tex
  const needsDisplay = !formula.isDisplay && /\\begin\{(?:align|gather|equation|multline)\*?\}/.test(bare)
  const isDisplay = formula.isDisplay || needsDisplay
  if (context.isFormula(bare, isDisplay)) return isDisplay ? `$$${tex}$$` : `$${tex}$`
  context.lose('formula', bare)
  const fence = bare.includes('`') ? '``' : '`'
  return `${fence}${tex}${fence}`
}

/** A bar would end the cell. */
const withoutBars = (tex: string) => tex.replace(/\\\|/g, '\\Vert{}').replace(/\|/g, '\\vert{}')

const withoutClozes = (tex: string) =>
  tex
    .replace(/\uE101[^\uE102]*(?=\uE102)/g, '')
    .replace(/\uE100[\uE200-\uE5FF]/g, '')
    .replace(/\uE102/g, '')
    .trim()

function writeClozes(text: string): string {
  const hinted = text.replace(
    /\uE101([^\uE102]*)(?=\uE102)/g,
    (_, hint: string) => CLOZE_HINT + hint.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/\s*\n\s*/g, ' '),
  )
  const areBracesPaired = hinted.split(CLOZE_CLOSE).every((part) => {
    const from = part.lastIndexOf(CLOZE_OPEN)
    return (
      from === -1 ||
      openBraces(part.slice(from).replaceAll(BRACE_OPEN, '{').replaceAll(BRACE_CLOSE, '}')) === 0
    )
  })
  const [left, right] = areBracesPaired ? ['{', '}'] : ['\\{', '\\}']
  return hinted
    .replaceAll(BRACE_OPEN, left)
    .replaceAll(BRACE_CLOSE, right)
    .replace(/\uE100([\uE200-\uE5FF])/g, (_, number: string) => `{{c${readNumber(number)}::`)
    .replaceAll(CLOZE_HINT, '::')
    .replaceAll(CLOZE_CLOSE, '}}')
}
