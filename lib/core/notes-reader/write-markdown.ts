import type { Block, ListItem } from './read-blocks'

/** A block as a note has it. */
export function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `**${block.text}**`
    case 'paragraph':
    case 'code':
      return block.text
    case 'math':
      return `$$\n${block.tex}\n$$`
    case 'list':
      return writeItems(block.items)
    case 'table': {
      const row = (cells: string[]) => `| ${cells.join(' | ')} |`
      return [
        row(block.head),
        row(block.head.map(() => '---')),
        ...block.rows.map(({ cells }) => row(cells)),
      ].join('\n')
    }
  }
}

export function writeItems(items: ListItem[]): string {
  const least = Math.min(...items.map((item) => item.depth))
  let number = 0
  return items
    .map((item) => {
      const depth = item.depth - least
      if (depth === 0 && item.isOrdered) number++
      const indent = '   '.repeat(depth)
      const mark = item.isOrdered && depth === 0 ? `${number}.` : '-'
      return `${indent}${mark} ${withQuotes(item.text).text.replaceAll('\n\n', `\n\n${indent}  `)}`
    })
    .join('\n')
}

/** `遗忘门”控制`: the opening quotation mark was lost in copying. */
export function withQuotes(text: string): { text: string; isRestored: boolean } {
  const lost = /^([^“”"]{1,24})”/.exec(text)
  return lost === null ? { text, isRestored: false } : { text: `“${text}`, isRestored: true }
}
