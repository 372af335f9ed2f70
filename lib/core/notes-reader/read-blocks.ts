import type { Line } from './proposal'

export type ListItem = { text: string; depth: number; isOrdered: boolean; first: number; last: number }

export type Block =
  | { kind: 'heading'; level: number | null; text: string; first: number; last: number }
  | { kind: 'paragraph'; text: string; first: number; last: number }
  | { kind: 'code'; text: string; first: number; last: number }
  | { kind: 'math'; tex: string; first: number; last: number }
  | { kind: 'list'; items: ListItem[]; first: number; last: number }
  | { kind: 'table'; head: string[]; rows: { cells: string[]; line: number }[]; first: number; last: number }

const ITEM = /^(\s*)(-|\d{1,3}[.)])\s+(\S.*)$/
/** `Q: …` and `A: …` on lines of their own. */
const ASKED = /^\s*(?:[qa]|问|答)\s*\d{0,3}\s*[:：]/i
const ATX = /^\s{0,3}(#{1,6})\s+(.+?)\s*#*$/
/** 1.2 Title, 第一章 Title, 一、Title, （二）Title. */
const NUMBERED: readonly [RegExp, (match: RegExpExecArray) => number][] = [
  [/^(\d+(?:\.\d+)+)\.?\s+\S.{0,60}$/, (match) => match[1].split('.').length],
  [/^第[一二三四五六七八九十\d]+[章节部分].{0,40}$/, () => 1],
  [/^[一二三四五六七八九十]{1,3}、\S.{0,40}$/, () => 1],
  [/^[（(][一二三四五六七八九十\d]{1,3}[)）]\s*\S.{0,40}$/, () => 2],
]
const TABLE_RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$/

/** What stands in the text, block by block. Only what is written decides: which lone lines are headings is for outline(). */
export function readBlocks(lines: Line[]): Block[] {
  const blocks: Block[] = []
  let at = 0
  const isBlank = (index: number) => index >= lines.length || lines[index].text.trim() === ''

  while (at < lines.length) {
    if (isBlank(at)) {
      at++
      continue
    }
    const line = lines[at]
    const heading = readHeading(lines, at)
    if (heading !== null) {
      blocks.push(heading.block)
      at = heading.next
    } else if (/^\s*(?:```|~~~)/.test(line.text)) at = readCode(at)
    else if (line.text.trimStart().startsWith('$$')) at = readMath(at)
    else if (ITEM.test(line.text)) at = readList(at)
    else if (line.text.includes('|') && TABLE_RULE.test(lines[at + 1]?.text ?? '')) at = readTable(at)
    else at = readParagraph(at)
  }
  return blocks

  function readCode(from: number): number {
    let to = from + 1
    while (to < lines.length && !/^\s*(?:```|~~~)/.test(lines[to].text)) to++
    to = Math.min(to, lines.length - 1)
    add('code', from, to)
    return to + 1
  }

  function readMath(from: number): number {
    let to = from
    const closes = (index: number) =>
      (index > from || lines[index].text.trim().length > 2) && lines[index].text.trimEnd().endsWith('$$')
    while (to < lines.length - 1 && !closes(to)) to++
    const source = joined(from, to).trim()
    const whole = /^\$\$([^$]+)\$\$$/.exec(source)
    if (whole === null) return readParagraph(from)
    blocks.push({ kind: 'math', tex: whole[1].trim(), first: lines[from].number, last: lines[to].number })
    return to + 1
  }

  function readList(from: number): number {
    const items: ListItem[] = []
    const indents: number[] = []
    let to = from
    while (to < lines.length) {
      const match = ITEM.exec(lines[to].text)
      if (match) {
        const indent = match[1].length
        while (indents.length > 0 && indents[indents.length - 1] > indent) indents.pop()
        if (indents.length === 0 || indents[indents.length - 1] < indent) indents.push(indent)
        const { number } = lines[to]
        const depth = indents.length - 1
        items.push({ text: match[3], depth, isOrdered: match[2] !== '-', first: number, last: number })
        to++
        continue
      }
      const last = items[items.length - 1]
      if (!isBlank(to) && lines[to - 1].text.trim() !== '' && readHeading(lines, to) === null) {
        last.text += ` ${lines[to].text.trim()}`
        last.last = lines[to++].number
        continue
      }
      if (!isBlank(to)) {
        // After an empty line only what is set in belongs to the item.
        if (/^\s{2,}/.test(lines[to].text)) {
          last.text += `\n\n${lines[to].text.trim()}`
          last.last = lines[to++].number
          continue
        }
        break
      }
      let next = to
      while (next < lines.length && isBlank(next)) next++
      if (next >= lines.length || !(ITEM.test(lines[next].text) || /^\s{2,}\S/.test(lines[next].text))) break
      to = next
    }
    blocks.push({ kind: 'list', items, first: items[0].first, last: items[items.length - 1].last })
    return to
  }

  function readTable(from: number): number {
    const head = cellsOf(lines[from].text)
    const rows: { cells: string[]; line: number }[] = []
    let to = from + 2
    while (!isBlank(to) && lines[to].text.includes('|')) {
      rows.push({ cells: cellsOf(lines[to].text), line: lines[to].number })
      to++
    }
    blocks.push({ kind: 'table', head, rows, first: lines[from].number, last: lines[to - 1].number })
    return to
  }

  function readParagraph(from: number): number {
    let to = from
    while (!isBlank(to + 1) && !startsOther(to + 1)) to++
    add('paragraph', from, to)
    return to + 1
  }

  function startsOther(index: number): boolean {
    const { text } = lines[index]
    return (
      ITEM.test(text) ||
      ASKED.test(text) ||
      /^\s*(?:```|~~~|\$\$)/.test(text) ||
      readHeading(lines, index) !== null
    )
  }

  function add(kind: 'paragraph' | 'code', from: number, to: number): void {
    blocks.push({ kind, text: joined(from, to), first: lines[from].number, last: lines[to].number })
  }

  function joined(from: number, to: number): string {
    const texts = lines.slice(from, to + 1).map((line) => line.text)
    return (/^\s*(?:```|~~~)/.test(texts[0]) ? texts : texts.map((text) => text.trim())).join('\n')
  }
}

function readHeading(lines: Line[], at: number): { block: Block; next: number } | null {
  const { number, text } = lines[at]
  const atx = ATX.exec(text)
  if (atx) return made(atx[1].length, withoutMarks(atx[2]), at)
  const under = lines[at + 1]?.text ?? ''
  const isAlone = at === 0 || lines[at - 1].text.trim() === ''
  if (isAlone && /^\s{0,3}(={3,}|-{3,})\s*$/.test(under) && text.trim().length <= 100 && !ITEM.test(text))
    return made(under.includes('=') ? 1 : 2, text.trim(), at + 1)
  const bold = /^\s*(?:\*\*|__)([^*_]{1,80})(?:\*\*|__)\s*[:：]?\s*$/.exec(text)
  if (bold) return made(6, bold[1].trim(), at)
  for (const [pattern, levelOf] of NUMBERED) {
    const match = pattern.exec(text.trim())
    if (match && isAlone && !/[。；;]$/.test(text)) return made(levelOf(match), text.trim(), at)
  }
  return null

  function made(level: number, title: string, last: number): { block: Block; next: number } {
    return {
      block: { kind: 'heading', level, text: title, first: number, last: lines[last].number },
      next: last + 1,
    }
  }
}

const withoutMarks = (text: string) => text.replace(/^(\*\*|__)(.+)\1$/, '$2').trim()

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
