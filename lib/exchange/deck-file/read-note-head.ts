import type { NoteKind } from '@/lib/core/content/content'
import { KINDS, type DeckFileNote, type DeckFileProblem } from './deck-file'
import { readOwnExercise } from './read-own-exercise'
import { readYaml } from './read-yaml'

type Head = Pick<DeckFileNote, 'kind' | 'tags' | 'source' | 'exercise'>

/** An exercise of an author's own stands in the head, and may be long. */
const MAX_HEAD_LENGTH = 100_000

const TAG = /^[^\s,][^,\n]{0,59}$/
const isKindName = (name: unknown): name is keyof typeof KINDS =>
  typeof name === 'string' && Object.hasOwn(KINDS, name)

/** The lines between a note's key and its first language: `kind: basic`, `tags: lstm, gate`, … */
export function readNoteHead(
  lines: { text: string; number: number }[],
  noteLine: number,
  report: (problem: DeckFileProblem) => void,
): Head {
  const yaml = readYaml(lines.map((line) => line.text).join('\n'), MAX_HEAD_LENGTH)
  if (!yaml.ok) {
    report({ code: 'yaml', line: noteLine + yaml.line, detail: yaml.detail })
    return { kind: 'EXERCISE', tags: [] } // the kind that asks nothing of its fields: one mistake, one message
  }
  const { kind = 'basic', tags = [], source, exercise, parameters, ...others } = yaml.value
  const lineOf = (name: string) => lines.find((line) => line.text.startsWith(`${name}:`))?.number ?? noteLine
  for (const unknown of Object.keys(others)) {
    report({ code: 'yaml-unknown-key', line: lineOf(unknown), detail: unknown })
  }

  let noteKind: NoteKind = 'BASIC'
  if (isKindName(kind)) noteKind = KINDS[kind]
  else report({ code: 'kind-unknown', line: lineOf('kind'), detail: String(kind) })

  const read = readTags(tags)
  if (read === null) report({ code: 'tags', line: lineOf('tags') })
  if (source !== undefined && (typeof source !== 'string' || source.length > 500)) {
    report({ code: 'yaml', line: lineOf('source'), detail: 'source' })
  }
  return {
    kind: noteKind,
    tags: read ?? [],
    ...(typeof source === 'string' && source !== '' ? { source } : {}),
    ...readExercise(noteKind, exercise, parameters),
  }

  function readExercise(of: NoteKind, id: unknown, given: unknown): Pick<Head, 'exercise'> {
    if (of !== 'EXERCISE') {
      if (id !== undefined || given !== undefined) {
        report({ code: 'exercise-not-allowed', line: lineOf(id === undefined ? 'parameters' : 'exercise') })
      }
      return {}
    }
    if (typeof id === 'object' && id !== null && given === undefined) {
      const read = readOwnExercise(id)
      if (read.ok) return { exercise: read.exercise }
      report({ code: 'exercise-malformed', line: lineOf('exercise'), detail: read.at })
      return {}
    }
    if (typeof id !== 'string' || id === '') {
      report({ code: 'exercise-missing', line: lineOf('exercise') })
      return {}
    }
    if (given !== undefined && (typeof given !== 'object' || given === null || Array.isArray(given))) {
      report({ code: 'parameters', line: lineOf('parameters') })
      return {}
    }
    return { exercise: { id, parameters: { ...given } } }
  }
}

/** A list, or words with commas between them; each once, in the order given. */
function readTags(value: unknown): string[] | null {
  const list: unknown[] | null =
    typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : value === null ? [] : null
  if (list === null || list.length > 50) return null
  const tags: string[] = []
  for (const item of list) {
    const tag = typeof item === 'string' ? item.trim() : typeof item === 'number' ? String(item) : ''
    if (!TAG.test(tag)) return null
    if (!tags.includes(tag)) tags.push(tag)
  }
  return tags
}
