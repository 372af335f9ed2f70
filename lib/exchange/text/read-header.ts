export type TextHeader = {
  separator: string | null
  isHtml: boolean
  tags: string[]
  columns: string[] | null
  /** Counted from 0, as ours are; Anki counts from 1. */
  tagsColumn: number | null
  guidColumn: number | null
  deckColumn: number | null
  typeColumn: number | null
  deck: string
  type: string
}

const SEPARATORS: Record<string, string> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  space: ' ',
  pipe: '|',
  colon: ':',
}

/** Anki's lines before the first row: `#name:value`. What it does not know it passes over, as Anki does. */
export function readHeader(text: string): { header: TextHeader; body: string; firstLine: number } {
  const header: TextHeader = {
    separator: null,
    isHtml: true,
    tags: [],
    columns: null,
    tagsColumn: null,
    guidColumn: null,
    deckColumn: null,
    typeColumn: null,
    deck: '',
    type: '',
  }
  let columns = ''
  let isSaidHtml = false
  let at = 0
  let firstLine = 0
  while (text[at] === '#' && firstLine < 100) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end === -1 ? text.length : end).replace(/\r$/, '')
    const match = /^#([a-z ]{2,20}):(.*)$/i.exec(line.slice(0, 4_000))
    if (!match) break
    readLine(match[1].trim().toLowerCase(), match[2])
    at = end === -1 ? text.length : end + 1
    firstLine++
  }
  const body = text.slice(at)
  if (columns !== '') header.columns = columns.split(header.separator ?? guessed(columns))
  // Without a word of it text is HTML where its first lines look like that.
  if (!isSaidHtml)
    header.isHtml = /<(?:br|b|i|img|div|span|p|ul|ol|table)\b[^>]*>|&[a-z]+;/i.test(body.slice(0, 20_000))
  return { header, body, firstLine }

  function readLine(name: string, value: string): void {
    const column = Number.parseInt(value, 10) - 1
    const index = column >= 0 && column < 60 ? column : null
    if (name === 'separator') {
      const word = value.trim().toLowerCase()
      header.separator = SEPARATORS[word] ?? (value === '\t' || value.length === 1 ? value : null)
    } else if (name === 'html') {
      isSaidHtml = true
      header.isHtml = value.trim().toLowerCase() === 'true'
    } else if (name === 'tags') header.tags = value.split(/\s+/).filter(Boolean)
    else if (name === 'columns') columns = value
    else if (name === 'deck') header.deck = value.trim()
    else if (name === 'notetype') header.type = value.trim()
    else if (name === 'tags column') header.tagsColumn = index
    else if (name === 'guid column') header.guidColumn = index
    else if (name === 'deck column') header.deckColumn = index
    else if (name === 'notetype column') header.typeColumn = index
  }
}

const guessed = (line: string) => ['\t', ',', ';', '|'].find((sign) => line.includes(sign)) ?? ','
