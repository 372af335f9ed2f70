import katex from 'katex'

export const MAX_FORMULA_LENGTH = 2_000
const MAX_OUTPUT_LENGTH = 200_000

export type FormulaProblem = {
  code: 'formula' | 'formula-too-long' | 'formula-too-large' | 'formula-too-deep' | 'formula-command-refused'
  /** Offset into the formula, where it is known. */
  at: number | null
  /** KaTeX's own words, or the refused command. */
  detail?: string
}

export type RenderedFormula = { html: string; problem: FormulaProblem | null }

/** The classes that our own cloze marks may set through \htmlClass; nothing else is trusted. */
export const CLOZE_ANSWER_CLASS = 'cloze-answer'
export const CLOZE_BLANK_CLASS = 'cloze-blank'
const OUR_CLASSES = new Set<unknown>([CLOZE_ANSWER_CLASS, CLOZE_BLANK_CLASS])

/**
 * Commands that define others. KaTeX bounds how often a macro is expanded, not how much comes of it: a definition of a
 * thousand characters used a hundred times would hold the server for minutes.
 */
const DEFINITION =
  /\\(?:def|gdef|edef|xdef|let|futurelet|newcommand|renewcommand|providecommand|global|long)(?![a-zA-Z])/

/**
 * One formula to HTML with MathML, every failure a value: KaTeX throws RangeError on deep nesting whatever its
 * options say, makes 16 MB of 100,000 characters, and lets \gdef leak through a shared macros object. So: a limit
 * on the source and on the output, fresh macros each time, and no command that links, loads or styles.
 */
export function renderFormula(tex: string, options: { display: boolean; only?: 'mathml' }): RenderedFormula {
  const name = `${options.display} ${options.only ?? ''} ${tex}`
  const known = kept.get(name) ?? recent.get(name)
  if (known) return known
  const rendered = renderAnew(tex, options)
  const size = name.length + rendered.html.length
  if (size <= roomToKeep) {
    roomToKeep -= size
    kept.set(name, rendered)
  } else if (rendered.html.length <= MAX_REMEMBERED) {
    if (recent.size >= REMEMBERED) for (const [oldest] of recent) if (recent.delete(oldest)) break
    recent.set(name, rendered)
  }
  return rendered
}

/** The last ones: a card's answer has its question's formulas, and a preview renders what stands around a key again. */
const recent = new Map<string, RenderedFormula>()
const REMEMBERED = 60
const MAX_REMEMBERED = 60_000

/**
 * For a process that goes through a whole file twice, first to see which formulas can be set: the first ones are kept, up
 * to so many characters. Of the last ones none would be left when the file begins again.
 */
const kept = new Map<string, RenderedFormula>()
let roomToKeep = 0
export function keepFormulas(characters: number): void {
  roomToKeep = characters
}

function renderAnew(tex: string, options: { display: boolean; only?: 'mathml' }): RenderedFormula {
  if (tex.length > MAX_FORMULA_LENGTH) return failed({ code: 'formula-too-long', at: MAX_FORMULA_LENGTH })
  const definition = DEFINITION.exec(tex)
  if (definition)
    return failed({ code: 'formula-command-refused', at: definition.index, detail: definition[0] })
  let refused: string | null = null
  try {
    const html = withHoles(tex, (source) =>
      katex.renderToString(source, {
        displayMode: options.display,
        output: options.only ?? 'htmlAndMathml',
        throwOnError: true,
        strict: false,
        macros: {},
        maxExpand: 200,
        maxSize: 20,
        trust: (context) => {
          if (context.command === '\\htmlClass' && OUR_CLASSES.has(context.class)) return true
          refused = context.command
          return false
        },
      }),
    )
    if (refused !== null)
      return failed({ code: 'formula-command-refused', at: tex.indexOf(refused), detail: refused })
    if (html.length > MAX_OUTPUT_LENGTH) return failed({ code: 'formula-too-large', at: null })
    return { html, problem: null }
  } catch (error) {
    if (error instanceof katex.ParseError) {
      const at = typeof error.position === 'number' ? error.position : null
      return failed({ code: 'formula', at, detail: error.rawMessage })
    }
    return failed({ code: error instanceof RangeError ? 'formula-too-deep' : 'formula', at: null })
  }
}

/**
 * Holes for numbers (lib/core/authored-exercises) are characters that no font knows, which KaTeX would set without a
 * height. While it sets them they are Hangul syllables, to which it gives that of a capital letter.
 */
function withHoles(tex: string, set: (source: string) => string): string {
  if (!/[\uE800-\uEFFF]/.test(tex) || /[\uAC00-\uB3FF]/.test(tex)) return set(tex)
  const shift = (text: string, from: RegExp, by: number) =>
    text.replace(from, (character) => String.fromCharCode(character.charCodeAt(0) + by))
  return shift(set(shift(tex, /[\uE800-\uEFFF]/g, 0xac00 - 0xe800)), /[\uAC00-\uB3FF]/g, 0xe800 - 0xac00)
}

const failed = (problem: FormulaProblem): RenderedFormula => ({ html: '', problem })
