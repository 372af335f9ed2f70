import type { ElementContent } from 'hast'
import type { Locale } from '@/lib/core/content/content'
import { BLANK, CLOSE, OPEN, blankIndex, withoutMarks } from './mark-cloze'
import { CLOZE_ANSWER_CLASS, CLOZE_BLANK_CLASS, renderFormula } from './render-formula'

const words = {
  zh: { blank: '填空', hinted: (hint: string) => `填空，提示：${hint}`, answer: '答案：' },
  en: { blank: 'blank', hinted: (hint: string) => `blank, hint: ${hint}`, answer: 'answer: ' },
} satisfies Record<Locale, { blank: string; hinted: (hint: string) => string; answer: string }>

/** Turns the marks of mark-cloze into what is seen and what is read aloud, in text and in formulas, in document order. */
export class ClozeWriter {
  private isOpen = false
  private hasSpoken = false

  constructor(
    private readonly locale: Locale,
    private readonly hints: (string | null)[],
  ) {}

  text(value: string): ElementContent[] {
    const nodes: ElementContent[] = []
    let rest = value
    while (rest !== '') {
      const next = rest.search(/[\uE000-\uE002]/)
      const plain = next === -1 ? rest : rest.slice(0, next)
      if (plain !== '') nodes.push(...this.marked([{ type: 'text', value: withoutMarks(plain) }]))
      if (next === -1) break
      const mark = rest[next]
      rest = rest.slice(next + 1)
      if (mark === OPEN) this.start()
      else if (mark === CLOSE) this.isOpen = false
      else {
        nodes.push(...this.marked([this.blank(blankIndex(rest[0] ?? ''))]))
        rest = rest.slice(1)
      }
    }
    return nodes
  }

  /** A formula with its marks as TeX, and what a screen reader is told after it. */
  formula(tex: string): { tex: string; spoken: ElementContent[]; toOriginal: (at: number) => number } {
    const spoken: ElementContent[] = []
    for (const answer of answersIn(tex)) {
      const { html } = renderFormula(withoutMarks(answer), { display: false, only: 'mathml' })
      if (html === '') continue
      spoken.push(
        hidden([
          { type: 'text', value: words[this.locale].answer },
          { type: 'raw', value: html },
        ]),
      )
    }
    let changed = ''
    const shifts: { from: number; by: number }[] = []
    const append = (text: string, replacing: number, at: number) => {
      changed += text
      shifts.push({ from: changed.length, by: at + replacing - changed.length })
    }
    for (let at = 0; at < tex.length; at++) {
      if (tex[at] === OPEN) append(`\\htmlClass{${CLOZE_ANSWER_CLASS}}{`, 1, at)
      else if (tex[at] === CLOSE) append('}', 1, at)
      else if (tex[at] === BLANK) {
        append(
          `\\htmlClass{${CLOZE_BLANK_CLASS}}{\\boxed{${this.hintTex(blankIndex(tex[at + 1] ?? ''))}}}`,
          2,
          at,
        )
        at++
      } else changed += tex[at]
    }
    const toOriginal = (at: number) => {
      let by = 0
      for (const shift of shifts) if (shift.from <= at) by = shift.by
      return Math.max(0, at + by)
    }
    return { tex: changed, spoken, toOriginal }
  }

  /** The formula itself, marked when a cloze of the text holds it whole; a wide one gets a box to scroll in. */
  aroundFormula(children: ElementContent[], isDisplay: boolean): ElementContent[] {
    const marked = this.marked(children)
    if (!isDisplay) return marked
    return [{ type: 'element', tagName: 'span', properties: { className: ['formula'] }, children: marked }]
  }

  private start() {
    this.isOpen = true
    this.hasSpoken = false
  }

  private marked(children: ElementContent[]): ElementContent[] {
    if (!this.isOpen) return children
    const name: ElementContent[] = this.hasSpoken
      ? []
      : [hidden([{ type: 'text', value: words[this.locale].answer }])]
    this.hasSpoken = true
    return [
      {
        type: 'element',
        tagName: 'mark',
        properties: { className: [CLOZE_ANSWER_CLASS] },
        children: [...name, ...children],
      },
    ]
  }

  private blank(index: number): ElementContent {
    const hint = this.hints[index] ?? null
    const label =
      hint === null ? words[this.locale].blank : words[this.locale].hinted(hint.replaceAll('$', ''))
    return {
      type: 'element',
      tagName: 'span',
      properties: { className: [CLOZE_BLANK_CLASS], role: 'img', ariaLabel: label },
      children: [{ type: 'text', value: hint === null ? '[…]' : `[${hint.replaceAll('$', '')}]` }],
    }
  }

  private hintTex(index: number): string {
    const hint = this.hints[index] ?? null
    if (hint === null) return '\\;?\\;'
    const plain = hint.replaceAll('$', '')
    if (/^[^\\{}#&_^~%]*$/.test(plain)) return `\\text{${plain}}`
    return renderFormula(plain, { display: false }).problem === null ? plain : '\\;?\\;'
  }
}

const hidden = (children: ElementContent[]): ElementContent => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['visually-hidden'] },
  children,
})

/** What stands between the outermost OPEN and CLOSE marks; marks are never nested. */
function answersIn(tex: string): string[] {
  const answers: string[] = []
  for (let from = tex.indexOf(OPEN); from !== -1; from = tex.indexOf(OPEN, from + 1)) {
    const to = tex.indexOf(CLOSE, from)
    if (to === -1) break
    answers.push(tex.slice(from + 1, to))
  }
  return answers
}
