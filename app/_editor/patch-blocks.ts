import { sameEnds } from './same-ends'

/** What was parsed, untouched, to compare with; and what of it is in the page, which others may have changed. */
export type Block = { parsed: ChildNode; shown: ChildNode }

/**
 * Makes the children of `root` those of `html`, which must be HTML that our own renderer wrote. What stands before and
 * after the change stays as it is in the page.
 */
export function patchBlocks(root: HTMLElement, before: readonly Block[], html: string): Block[] {
  const template = document.createElement('template')
  template.innerHTML = html
  const parsed = [...template.content.childNodes]
  // In React's strict mode an effect runs twice on one root, the second time with what the first one made.
  const known = before.every(({ shown }) => shown.parentNode === root) ? before : []
  if (known.length === 0) root.replaceChildren()
  const { start, end } = sameEnds(known, parsed, (block, node) => block.parsed.isEqualNode(node))
  for (const { shown } of known.slice(start, known.length - end)) shown.remove()
  const next = known[known.length - end]?.shown ?? null
  const fresh = parsed.slice(start, parsed.length - end)
  const copies = document.createDocumentFragment()
  for (const node of fresh) copies.append(node.cloneNode(true))
  const shown = [...copies.childNodes]
  root.insertBefore(copies, next)
  const placed = fresh.map((node, at) => ({ parsed: node, shown: shown[at] }))
  return [...known.slice(0, start), ...placed, ...known.slice(known.length - end)]
}
