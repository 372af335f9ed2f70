import type { Block, ListItem } from './read-blocks'
import { withQuotes, writeItems } from './write-markdown'

export type Term = {
  rule: 'term' | 'definition'
  term: string
  meaning: string
  /** Of a sentence that says it: how it speaks of its term. */
  verb?: 'is' | 'are'
  first: number
  last: number
  isQuoteRestored?: boolean
}

const SEPARATOR = '(?:\\s*[:：]\\s*|\\s+[-–—]{1,2}\\s+|\\s*——\\s*)'
const MARKED = new RegExp(
  `^(?:\\*\\*([^*]{1,60})\\*\\*|__([^_]{1,60})__|(\`[^\`]{1,60}\`)|(\\$[^$]{1,60}\\$))${SEPARATOR}(\\S[\\s\\S]*)$`,
)
const PLAIN = new RegExp(`^([^:：。.,，;；!?！？“”"]{1,40}?)${SEPARATOR}(\\S[\\s\\S]*)$`)
/** “更新门”用于…: a quoted name and what it does. */
const QUOTED =
  /^[“"「]([^“”"「」]{1,24})[”"」]\s*((?:是|用于|用来|控制|负责|表示|决定|指|会|的作用|is |are |controls? |decides? |determines? |means ).+)$/s

/** The items of a list of "X: what it does"; a colon alone counts only when most items have one. */
export function termsOfList(items: ListItem[]): Term[] {
  const found: Term[] = []
  const tops = items.flatMap((item, at) => (item.depth === 0 ? [{ item, below: below(items, at) }] : []))
  const plain = tops.filter(({ item }) => PLAIN.test(item.text)).length
  const isPlainList = plain >= 2 && plain * 2 > tops.length
  for (const { item, below: children } of tops) {
    const { text, isRestored } = withQuotes(item.text)
    const term = markedTerm(text) ?? quotedTerm(text) ?? (isPlainList ? plainTerm(text) : null)
    if (term === null) continue
    const rest = children.length === 0 ? '' : `\n\n${writeItems(children)}`
    const last = children[children.length - 1]?.last ?? item.last
    found.push({
      rule: 'term',
      ...term,
      meaning: term.meaning + rest,
      first: item.first,
      last,
      isQuoteRestored: isRestored,
    })
  }
  return found
}

function below(items: ListItem[], at: number): ListItem[] {
  const end = items.findIndex((item, index) => index > at && item.depth === 0)
  return items.slice(at + 1, end === -1 ? undefined : end)
}

type Said = { term: string; meaning: string }

function markedTerm(text: string): Said | null {
  const match = MARKED.exec(text)
  const term = match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4]
  return match && term ? { term: term.trim(), meaning: match[5].trim() } : null
}

function quotedTerm(text: string): Said | null {
  const match = QUOTED.exec(text)
  return match ? { term: match[1].trim(), meaning: match[2].trim() } : null
}

function plainTerm(text: string): Said | null {
  const match = PLAIN.exec(text)
  return match && !/[?？]$/.test(match[1]) ? { term: match[1].trim(), meaning: match[2].trim() } : null
}

const SYMBOL_SAYS = /(\$[^$]+\$)\s*(?:[:：]|表示|是指|指的是|代表|denotes|stands for)\s*/g

/** Legends: `$f_t$：…；$i_t$：…`, also where one runs into the next. Each goes on until the next begins. */
export function termsOfLegend(block: Extract<Block, { kind: 'paragraph' }>): Term[] {
  const starts = [...block.text.matchAll(SYMBOL_SAYS)]
  return starts.flatMap((match, at): Term[] => {
    const from = match.index + match[0].length
    const next = starts[at + 1]?.index ?? block.text.length
    const piece = block.text.slice(from, next)
    const isColon = /[:：]\s*$/.test(match[0])
    // Said with a verb, it ends with its clause; after a colon it may hold several.
    const whole = isColon ? piece : piece.split(/[;；。\n]/)[0]
    const meaning = whole.replace(/[\s;；。,，]+$/, '')
    if (meaning === '' || meaning.length > 300) return []
    const term = match[1]
    const { first, last } = block
    return [{ rule: isColon ? 'term' : 'definition', term, meaning, first, last }]
  })
}

const IN_ENGLISH =
  /^(?:\*\*|__|“|")?((?:(?:The|An?)\s+)?[A-Z][\w-]*(?:\s+(?:of|the|and|[\w-]+)){0,5}?(?:\s*\([^)]{1,40}\))?)(?:\*\*|__|”|")?\s+((?:is|are)\s+(?:defined as|called|an?\b|the\b|known as)|refers? to|means|denotes?|describes?)\s+(\S[\s\S]{8,})$/
const IN_CHINESE =
  /^(?:所谓)?(?:\*\*|“|「)?([^，。；：:,“”*「」]{1,30}?)(?:\*\*|”|」)?\s*(?:，|,)?\s*(是指|指的是|定义为|被定义为|即指|是一种|是一类|是一个)\s*(\S[\s\S]{3,})$/
const NUMBERED =
  /^(?:\*\*)?(?:Definition|Def\.|定义)\s*[\d.]*\s*(?:[（(]([^)）]{1,60})[)）])?\s*[.:：]?(?:\*\*)?\s*[.:：]?\s+?(\S[\s\S]{3,})$/i
const NOT_A_TERM =
  /^(?:it|this|that|these|those|there|he|she|they|we|you|here|what|which|one|another|such|the (?:first|second|third|last|next|main|only|reason|idea|goal|aim|result|difference))\b|^(?:这|那|它|其|前者|后者|一般|通常|区别|目的|原因|结果|本质|如果|因此|所以)/i

/** "is a pass over …" answers "What is …?" as "A pass over …". */
function answerOf(said: string): string {
  const answer = said
    .replace(/^(?:(?:is|are) defined as|(?:is|are)(?= (?:an?|the)\b)|refers? to|means)\s+/, '')
    .trim()
  return answer.charAt(0).toUpperCase() + answer.slice(1)
}

/** "The forget gate is a …": the paragraph's first sentence says what something is; the rest goes along. */
export function termOfParagraph(block: Extract<Block, { kind: 'paragraph' }>): Term | null {
  const { text, first, last } = block
  const list = /^(\S.{0,59})\n:\s+(\S[\s\S]*)$/.exec(text)
  if (list) return { rule: 'definition', term: list[1].trim(), meaning: list[2].trim(), first, last }
  const numbered = NUMBERED.exec(text)
  if (numbered?.[1])
    return { rule: 'definition', term: numbered[1], meaning: numbered[2].trim(), first, last }
  const marked = markedTerm(text)
  if (marked && !marked.term.startsWith('$')) return { rule: 'definition', ...marked, first, last }
  const english = IN_ENGLISH.exec(text)
  if (english && !NOT_A_TERM.test(english[1])) {
    // Its article stays with the term: whether a noun takes one is not to be guessed.
    const term = english[1].replace(/^(?:The|An?)(?=\s)/, (article) => article.toLowerCase())
    const verb = /^(?:are|refer|denote|describe)\b/.test(english[2]) ? 'are' : 'is'
    return { rule: 'definition', term, verb, meaning: answerOf(`${english[2]} ${english[3]}`), first, last }
  }
  const chinese = IN_CHINESE.exec(text)
  if (chinese && !NOT_A_TERM.test(chinese[1]))
    return {
      rule: 'definition',
      term: chinese[1].trim(),
      meaning: `${chinese[2]}${chinese[3]}`.trim(),
      first,
      last,
    }
  return null
}
