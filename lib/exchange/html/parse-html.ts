import type { Root as HastRoot } from 'hast'
import type { Root as MdastRoot } from 'mdast'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { cleanTree } from './clean-tree'
import type { HtmlContext } from './html-to-markdown'
import type { TakenFormula } from './take-formulas'

const parser = unified().use(rehypeParse, { fragment: true })
const toMarkdownTree = unified().use(rehypeRemark)
const writer = unified()
  .use(remarkStringify, {
    bullet: '-',
    rule: '*',
    emphasis: '*',
    strong: '*',
    listItemIndent: 'one',
    fences: true,
  })
  .use(remarkGfm)
  .use(remarkMath)

/** Any HTML as Markdown, and which of its formulas stand in tables. Throws a RangeError for what nests too deeply. */
export function parseHtml(
  html: string,
  formulas: TakenFormula[],
  context: HtmlContext,
): { written: string; inTable: Set<number> } {
  const tree: HastRoot = parser.parse(html)
  const cleaned = cleanTree(tree, formulas, context)
  const markdown: MdastRoot = toMarkdownTree.runSync(cleaned.tree)
  return { written: writer.stringify(markdown), inTable: cleaned.inTable }
}
