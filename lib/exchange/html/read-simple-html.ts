import type { HtmlContext } from './html-to-markdown'
import { imageOf } from './image-of'

type Piece = { kind: 'words'; words: string; mark: '' | '*' | '**' } | { kind: 'image'; src: string }
type Line = Piece[]
type Block = { kind: 'paragraph' | 'list'; lines: Line[] }

const LETTERS = String.raw`\p{L}\p{N}\uE100-\uE104\uE200-\uE5FF`
const SIGNS = String.raw`[${LETTERS} ,.;:?!'"()/%=+\-–—…“”‘’→·×、，。；：？！（）《》「」]+`
const PIECE = new RegExp(
  `(${SIGNS})|<(b|strong|i|em)>(${SIGNS})</\\2>|<img src="([\\p{L}\\p{N}-]+\\.[a-z]{3,4})" ?/?>`,
  'uy',
)
const BLOCK = /<(ul|div|p)>(.*?)<\/\1>/gs
const BREAK = /<br ?\/?>/
const START = new RegExp(`^(?!\\d+[.)])[${LETTERS}]`, 'u')
const WORD_AT_BOTH_ENDS = new RegExp(`^[${LETTERS}](?:.*[${LETTERS}])?$`, 'u')
/** Two spaces, which HTML draws as one, and what GitHub's Markdown may take for an address. */
const SPECIAL = / {2}|\/\/|w\.|[ps]:\//i
/** Tags that are never closed are each looked for to the end. */
const MAX_LENGTH = 10_000

/**
 * What most fields are, paragraphs and flat lists of words in bold or italics with pictures, without a parser of HTML
 * and without a writer of Markdown: a tenth of the time. Each sign that is let through means itself to both. Null
 * where it is not certain that the parser and the writer would come to the same.
 */
export function readSimpleHtml(html: string, context: HtmlContext): string | null {
  if (html.length > MAX_LENGTH || SPECIAL.test(html)) return null
  const blocks = readBlocks(html.replace(/^ +| +$/g, ''))
  // Pictures are asked for when nothing can lead to the parser any more, which would ask for them again.
  if (blocks === null) return null
  const written = blocks.map((block) => writeBlock(block, context))
  return written.filter((text) => text !== '').join('\n\n')
}

function readBlocks(html: string): Block[] | null {
  const blocks: Block[] = []
  const put = (kind: Block['kind'], texts: string[]): boolean => {
    const lines = texts.map(readLine)
    // Two lists with no words between them are told apart by their bullets.
    if (kind === 'list' && blocks.findLast(isSeen)?.kind === 'list') return false
    if (lines.some((line) => line === null)) return false
    const block: Block = { kind, lines: lines.flatMap((line) => (line === null ? [] : [line])) }
    blocks.push(block)
    return hasWords(block) || mayLackWords(block)
  }
  const putText = (text: string) => text === '' || put('paragraph', text.split(BREAK))
  let at = 0
  for (const found of html.matchAll(BLOCK)) {
    const [whole, name, inner] = found
    if (!putText(html.slice(at, found.index))) return null
    at = found.index + whole.length
    if (name !== 'ul') {
      if (!put('paragraph', inner.split(BREAK)) || !hasWords(blocks[blocks.length - 1])) return null
    } else {
      if (!inner.startsWith('<li>') || !inner.endsWith('</li>')) return null
      if (!put('list', inner.slice('<li>'.length, -'</li>'.length).split('</li><li>'))) return null
    }
  }
  return putText(html.slice(at)) ? blocks : null
}

/** What becomes of line breaks that stand alone is for the parsers to say. */
const mayLackWords = ({ kind, lines }: Block) => kind === 'list' || lines.length === 1

const isSeen = (block: Block) => block.kind === 'list' || hasWords(block)

const hasWords = ({ lines }: Block) => lines.flat().some((piece) => piece.kind === 'words')

function readLine(text: string): Line | null {
  const line: Line = []
  for (let at = 0; at < text.length; at = PIECE.lastIndex) {
    PIECE.lastIndex = at
    const found = PIECE.exec(text)
    if (found === null) return null
    const [, words, tag, marked, src] = found
    const before = line.at(-1)
    if (src !== undefined) line.push({ kind: 'image', src })
    else if (words !== undefined) line.push({ kind: 'words', words, mark: '' })
    else line.push({ kind: 'words', words: marked, mark: tag === 'b' || tag === 'strong' ? '**' : '*' })
    if (before !== undefined && !mayStandBeside(before, line[line.length - 1])) return null
  }
  return isSimple(line) ? line : null
}

/** A mark beside a mark or a picture is written in another way, and so is what stands beside one that is not there. */
const mayStandBeside = (one: Piece, other: Piece): boolean => {
  if (one.kind === 'words' && other.kind === 'words') return one.mark === '' || other.mark === ''
  const words = one.kind === 'words' ? one : other
  if (words.kind !== 'words' || words.mark !== '' || /^ | $/.test(words.words)) return false
  return one.kind === 'words' || START.test(words.words)
}

function isSimple(line: Line): boolean {
  const [first, last] = [line.at(0), line.at(-1)]
  if (first?.kind === 'words' && !START.test(first.words)) return false
  if (last?.kind === 'words' && last.words.endsWith(' ')) return false
  return line.every(
    (piece) => piece.kind === 'image' || piece.mark === '' || WORD_AT_BOTH_ENDS.test(piece.words),
  )
}

function writeBlock({ kind, lines }: Block, context: HtmlContext): string {
  const texts = lines.map((line) =>
    line
      .map((piece) =>
        piece.kind === 'image' ? writeImage(piece.src, context) : piece.mark + piece.words + piece.mark,
      )
      .join(''),
  )
  if (kind === 'list') return texts.map((text) => (text === '' ? '-' : `- ${text}`)).join('\n')
  const [from, to] = [texts.findIndex((text) => text !== ''), texts.findLastIndex((text) => text !== '')]
  return from === -1 ? '' : texts.slice(from, to + 1).join('\\\n')
}

function writeImage(src: string, context: HtmlContext): string {
  const image = imageOf(src, '', context)
  return image === null ? '' : `![${image.alt}](${image.src})`
}
