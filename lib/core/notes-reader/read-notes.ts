import { cleanLines } from './clean-lines'
import { termOfParagraph, termsOfLegend, termsOfList, type Term } from './find-terms'
import { gapFormula } from './gap-formula'
import { isQuestion, outline, QUESTION_SECTION, type Section } from './outline'
import type { DroppedLine, NotesReading, Proposal, ProposalRemark } from './proposal'
import { readBlocks, type Block } from './read-blocks'
import { restoreSubscripts } from './restore-subscripts'
import { relatedQuestions } from './split-questions'
import { writeBlock, writeItems } from './write-markdown'

export const MAX_NOTES_LENGTH = 300_000
const MAX_PROPOSALS = 2_000
const LONG = 900
const MAX_SIDE = 12_000

type Draft = Omit<Proposal, 'id' | 'alsoAt'>

/**
 * Reads somebody's notes (Markdown, plain text, or what was copied from a page) and proposes cards. Nothing here knows
 * the subject: each proposal follows a rule that it names, says which lines it came from and what was mended, and is
 * for its author to take, change or leave. What was left out of the text is listed too. Never throws; of a text longer
 * than MAX_NOTES_LENGTH characters only so much is read.
 */
export function readNotes(source: string): NotesReading {
  const { lines, dropped, undoubled } = cleanLines(source.slice(0, MAX_NOTES_LENGTH))
  const text = lines.map((line) => line.text).join('\n')
  const drafts: Draft[] = []
  for (const section of outline(readBlocks(lines))) {
    if (drafts.length >= MAX_PROPOSALS) {
      if (section.title !== null) dropped.push({ line: section.line, text: section.title, why: 'too-many' })
      continue
    }
    drafts.push(...proposeWhole(section, dropped), ...proposeFormulas(section), ...proposeTerms(section))
    drafts.push(...proposeAsked(section), ...proposeNestedQuestions(section), ...proposeRows(section))
  }
  const mended = drafts.map((draft) => mend(draft, text, undoubled))
  return { proposals: unite(mended), dropped }
}

/** A heading or question with all that stands under it. */
function proposeWhole(section: Section, dropped: DroppedLine[]): Draft[] {
  const { title, path, blocks } = section
  if (title === null) return []
  const related: { question: string; line: number; isGuess: boolean }[] = []
  const answer = blocks.filter((block) => {
    const found = block.kind === 'paragraph' ? relatedQuestions(block.text) : null
    if (found === null) return true
    for (const question of found.questions)
      related.push({ question, line: block.first, isGuess: found.isGuess })
    return false
  })
  if (answer.length === 0) return []
  const back = answer
    .map(writeBlock)
    .join('\n\n')
    .replace(/^(?:a|答案?)\s*[:：]\s*/i, '')
  if (back.length > MAX_SIDE) {
    dropped.push({ line: section.line, text: title, why: 'too-long' })
    return []
  }
  const isAsked = isQuestion(title) || path.some((heading) => QUESTION_SECTION.test(heading))
  const remarks: ProposalRemark[] = back.length > LONG ? ['long'] : []
  const last = answer[answer.length - 1].last
  const made = (rule: Draft['rule'], front: string, firstLine: number, more: ProposalRemark[]): Draft => ({
    rule,
    kind: 'BASIC',
    front,
    back,
    origin: { firstLine, lastLine: last, headings: [...path, title] },
    remarks: [...more, ...remarks],
  })
  return [
    made(isAsked ? 'question' : 'heading', title, section.line, []),
    ...related.map(({ question, line, isGuess }) =>
      made('related-question', question, line, isGuess ? ['run-together'] : []),
    ),
  ]
}

function proposeFormulas({ title, path, blocks }: Section): Draft[] {
  const headings = title === null ? path : [...path, title]
  const drafts: Draft[] = []
  for (const block of blocks) {
    const tex = block.kind === 'math' ? block.tex : loneFormula(block)
    const gapped = tex === null ? null : gapFormula(tex)
    if (gapped === null) continue
    const front = [title, `$$\n${gapped.tex}\n$$`].filter((part) => part !== null).join('\n\n')
    const origin = { firstLine: block.first, lastLine: block.last, headings }
    drafts.push({
      rule: gapped.gaps > 1 ? 'forward-pass' : 'formula',
      kind: 'CLOZE',
      front,
      back: '',
      origin,
      remarks: [],
    })
  }
  return drafts
}

const loneFormula = (block: Block): string | null =>
  block.kind === 'paragraph' ? (/^\$([^$]+)\$[.,。，]?$/.exec(block.text.trim())?.[1] ?? null) : null

function proposeTerms({ title, path, blocks }: Section): Draft[] {
  const headings = title === null ? path : [...path, title]
  const terms = blocks.flatMap((block): Term[] => {
    if (block.kind === 'list') return termsOfList(block.items)
    if (block.kind !== 'paragraph' || relatedQuestions(block.text) !== null) return []
    const legend = termsOfLegend(block)
    const whole = legend.length > 0 ? null : termOfParagraph(block)
    return whole === null ? legend : [whole]
  })
  return terms.map(({ rule, term, meaning, verb, first, last, isQuoteRestored }) => ({
    rule,
    kind: 'BASIC',
    front: rule === 'definition' ? askFor(term, meaning, verb) : inContext(title, term),
    back: meaning.replace(/[;；,，]$/, ''),
    origin: { firstLine: first, lastLine: last, headings },
    remarks: isQuoteRestored === true ? ['quote-restored'] : [],
  }))
}

const isChinese = (text: string) => /\p{Script=Han}/u.test(text)

/** Where no sentence shows how the term is used, it is asked for in quotation marks, which are right for any noun. */
function askFor(term: string, meaning: string, verb: Term['verb']): string {
  const isSymbol = term.startsWith('$')
  if (!isChinese(term + meaning)) {
    if (isSymbol) return `What does ${term} denote?`
    return verb === undefined ? `What does “${term}” mean?` : `What ${verb} ${term}?`
  }
  if (isSymbol) return `${term} 表示什么？`
  const bare = term.replace(/^(?:the|an?)\s+/i, '')
  return isChinese(bare.slice(-1)) ? `${bare}是什么？` : `${bare} 是什么？`
}

const inContext = (title: string | null, term: string) =>
  title === null ? term : `${title}\n\n${/^[$`]/.test(term) ? term : `**${term}**`}`

const ASKED =
  /^(?:q\s*[:：]\s*|问\s*[:：]\s*)?(\*\*|__)?(?!\*\*|__)((?:[^?？\n.。!！;；]|\.(?=\S)){3,200}?[?？])(?:\1(?=\s|\p{Script=Han})|(?<=？)\1)(?![*_”’"'」』）)》\]])\s*(\S[\s\S]{3,})$/iu

/** Its question mark stands in code or in a formula. */
const isCut = (front: string) => ['`', '$'].some((sign) => front.split(sign).length % 2 === 0)

/** A paragraph that begins with a question: asked as it is written, and answered by what comes after it. */
function proposeAsked({ title, path, blocks }: Section): Draft[] {
  const headings = title === null ? path : [...path, title]
  return blocks.flatMap((block): Draft[] => {
    if (block.kind !== 'paragraph' || relatedQuestions(block.text) !== null) return []
    const [, , front, rest = ''] = ASKED.exec(block.text.trim()) ?? []
    const back = rest.replace(/^(?:a|答案?)\s*[:：]\s*/i, '').trim()
    if (front === undefined || isCut(front) || /[?？]$/.test(back)) return []
    const origin = { firstLine: block.first, lastLine: block.last, headings }
    return [
      { rule: 'question', kind: 'BASIC', front, back, origin, remarks: back.length > LONG ? ['long'] : [] },
    ]
  })
}

/** A bullet that asks, with what is set in under it. */
function proposeNestedQuestions({ title, path, blocks }: Section): Draft[] {
  const headings = title === null ? path : [...path, title]
  return blocks.flatMap((block) => {
    if (block.kind !== 'list') return []
    return block.items.flatMap((item, at): Draft[] => {
      if (!/[?？]$/.test(item.text.trim())) return []
      const end = block.items.findIndex((other, index) => index > at && other.depth <= item.depth)
      const under = block.items.slice(at + 1, end === -1 ? undefined : end)
      if (under.length === 0) return []
      const origin = { firstLine: item.first, lastLine: under[under.length - 1].last, headings }
      return [
        {
          rule: 'question',
          kind: 'BASIC',
          front: item.text.trim(),
          back: writeItems(under),
          origin,
          remarks: [],
        },
      ]
    })
  })
}

function proposeRows({ title, path, blocks }: Section): Draft[] {
  const headings = title === null ? path : [...path, title]
  return blocks.flatMap((block) => {
    if (block.kind !== 'table' || block.head.length < 2) return []
    return block.rows.flatMap(({ cells, line }): Draft[] => {
      const [name, ...rest] = cells
      const told = rest.flatMap((cell, at) => (cell === '' ? [] : [{ cell, head: block.head[at + 1] ?? '' }]))
      if (!name || told.length === 0) return []
      const back =
        told.length === 1
          ? told[0].cell
          : told.map(({ cell, head }) => (head === '' ? `- ${cell}` : `- **${head}** ${cell}`)).join('\n')
      const asked = told.length === 1 && told[0].head !== '' ? `${name} — ${told[0].head}` : name
      const origin = { firstLine: line, lastLine: line, headings }
      return [{ rule: 'table-row', kind: 'BASIC', front: inContext(title, asked), back, origin, remarks: [] }]
    })
  })
}

function mend(draft: Draft, witness: string, undoubled: Set<number>): Draft {
  const front = restoreSubscripts(draft.front, witness)
  const back = restoreSubscripts(draft.back, witness)
  const remarks = [...draft.remarks]
  if (front.isRestored || back.isRestored) remarks.push('subscript-restored')
  const { firstLine, lastLine } = draft.origin
  const isUndoubled = [...undoubled].some((line) => line >= firstLine && line <= lastLine)
  if (isUndoubled && (draft.kind === 'CLOZE' || draft.back.includes('$$'))) remarks.push('formula-doubled')
  return { ...draft, front: front.text, back: back.text, remarks }
}

/** What stands in several places is proposed once. */
function unite(drafts: Draft[]): Proposal[] {
  const bySides = new Map<string, Proposal>()
  for (const draft of drafts) {
    const sides = `${draft.kind}\n${draft.front}\n${draft.back}`.replace(/\s+/g, ' ')
    const known = bySides.get(sides)
    if (known) known.alsoAt.push(draft.origin.firstLine)
    else if (bySides.size < MAX_PROPOSALS)
      bySides.set(sides, { id: `p${bySides.size + 1}`, ...draft, alsoAt: [] })
  }
  return [...bySides.values()].sort((a, b) => a.origin.firstLine - b.origin.firstLine)
}
