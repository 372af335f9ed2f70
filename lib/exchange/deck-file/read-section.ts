import type { NoteSource } from '@/lib/core/content/content'
import { STRUCTURE, type DeckFileProblem, type FieldPlace } from './deck-file'

export type Section = { field: NoteSource; place: FieldPlace }

/** One language of a note: the front, `= …` for each accepted answer, `---`, the back. */
export function readSection(
  lines: { text: string; number: number }[],
  line: number,
  report: (problem: DeckFileProblem) => void,
): Section {
  const parts: { text: string; number: number }[][] = [[]]
  const answers: { text: string; number: number }[] = []
  for (const each of lines) {
    if (/^---\s*$/.test(each.text)) {
      if (parts.length === 2) report({ code: 'separator-twice', line: each.number })
      else parts.push([])
    } else if (each.text.startsWith('= '))
      answers.push({ text: each.text.slice(2).trim(), number: each.number })
    else parts[parts.length - 1].push({ text: unescapeLine(each.text), number: each.number })
  }
  const front = withoutEdges(parts[0])
  const back = withoutEdges(parts[1] ?? [])
  return {
    field: {
      front: front.map((each) => each.text).join('\n'),
      back: back.map((each) => each.text).join('\n'),
      ...(answers.length > 0 ? { answers: answers.map((answer) => answer.text) } : {}),
    },
    place: {
      line,
      front: front[0]?.number ?? line,
      answer: answers[0]?.number ?? line,
      back: back[0]?.number ?? line,
    },
  }
}

/** A line of text that looks like structure is written with a backslash before it; see write-deck-file. */
function unescapeLine(text: string): string {
  return text.startsWith('\\') && STRUCTURE.test(text.replace(/^\\+/, '')) ? text.slice(1) : text
}

function withoutEdges<T extends { text: string }>(lines: T[]): T[] {
  const isText = (line: T) => line.text.trim() !== ''
  const first = lines.findIndex(isText)
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex(isText) + 1)
}
