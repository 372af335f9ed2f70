import type { Block } from './read-blocks'

export type Section = {
  /** Null before the first heading. */
  title: string | null
  /** Outermost first, without the title. */
  path: string[]
  line: number
  blocks: Exclude<Block, { kind: 'heading' }>[]
}

/** A section of questions names no topic of its own. */
export const QUESTION_SECTION =
  /^(?:常见问题|常见问答|问题|问答|面试题|faqs?|q ?& ?a|(?:frequently asked )?questions(?: and answers)?)$/i
const GROUP =
  /^(?:小结|总结|概述|简介|背景|参考|附录|summary|overview|introduction|background|references?|notes?)$/i
const LEAF = 7

/**
 * The text by its headings. Where none is marked, a short line that stands alone with something under it is one; of
 * these, one that is followed by another at once holds it, and a group's name ("FAQ") stands inside its topic.
 */
export function outline(blocks: Block[]): Section[] {
  const isMarked = blocks.some((block) => block.kind === 'heading' && block.level !== null && block.level < 6)
  const found = blocks.map((block, at) => asHeading(block, blocks[at + 1], isMarked) ?? block)
  const sections: Section[] = [{ title: null, path: [], line: 1, blocks: [] }]
  const open: { level: number; text: string }[] = []
  found.forEach((block, at) => {
    if (block.kind !== 'heading') return void sections[sections.length - 1].blocks.push(block)
    const level = block.level ?? guessLevel(block.text, found[at + 1])
    while (open.length > 0 && open[open.length - 1].level >= level) open.pop()
    const path = open.map((each) => each.text)
    sections.push({ title: block.text, path, line: block.first, blocks: [] })
    open.push({ level, text: block.text })
    return undefined
  })
  return sections.filter((section) => section.blocks.length > 0)
}

export const isQuestion = (text: string): boolean =>
  /[?？]\s*$/.test(text) ||
  /^(?:what|why|how|when|which|who|where|is|are|does|do|can|should)\b.{4,}$/i.test(text) ||
  /(?:是什么|为什么|如何|怎么|怎样|哪些|什么是|有何|区别|作用|关系)/.test(text)

function asHeading(block: Block, next: Block | undefined, isMarked: boolean): Block | null {
  if (block.kind !== 'paragraph') return null
  const { first, last } = block
  const text = block.text.replace(/^(?:q|问题?)\s*\d*\s*[:：.、]\s*/i, '').trim()
  const isAsked = text !== block.text.trim()
  if (next === undefined || text.includes('\n') || text.length > 120) return null
  // Also among marked headings: a question on a line of its own, with something under it.
  if (isAsked || (/[?？]$/.test(text) && !/[。.;；].*\S/.test(text.slice(0, -1)) && !/[:：]/.test(text)))
    return { kind: 'heading', level: LEAF, text, first, last }
  return !isMarked && looksLikeHeading(text) ? { kind: 'heading', level: null, text, first, last } : null
}

function looksLikeHeading(text: string): boolean {
  const words = text.split(/\s+/).length
  if (text.length > 60 || words > 10) return false
  if (/[。；;，,、!！.]$/.test(text) || /[。；;]/.test(text)) return false
  if (/^[-*>|]|^\$|^https?:/.test(text) || /[:：]./.test(text) || /^[a-z]/.test(text)) return false
  return !/^(?:a|答)\s*[:：]/i.test(text)
}

function guessLevel(text: string, next: Block | undefined): number {
  if (QUESTION_SECTION.test(text) || GROUP.test(text)) return 2
  return next?.kind === 'heading' ? 1 : LEAF
}
