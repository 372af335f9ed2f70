import Papa from 'papaparse'
import { LOCALES } from '@/lib/core/content/content'
import { KINDS } from '../deck-file/deck-file'
import type { OwnNote } from '../own-note'
import { withGuard } from './spreadsheet-guard'

/**
 * Notes as rows, their text in Markdown as it was written, under Anki's header lines. Exercises have no text and stay
 * out; `readText` reads all the others back.
 */
export function writeText(notes: readonly OwnNote[]): string {
  const rows = notes.filter(({ kind }) => kind !== 'EXERCISE')
  const locales = LOCALES.filter((locale) => rows.some((note) => note.fields[locale]))
  const isTyped = rows.some(({ kind }) => kind === 'TYPED')
  const parts = ['front', 'back', ...(isTyped ? ['answers'] : [])] as const
  const names = [
    'key',
    'kind',
    'tags',
    'source',
    ...locales.flatMap((locale) => parts.map((part) => `${part} ${locale}`)),
  ]
  const header = [
    '#separator:Comma',
    '#html:false',
    '#guid column:1',
    '#tags column:3',
    `#columns:${names.join(',')}`,
  ]
  const cells = rows.map((note) => [
    note.key,
    Object.entries(KINDS).find(([, kind]) => kind === note.kind)?.[0] ?? 'basic',
    note.tags.join(' '),
    note.source ?? '',
    ...locales.flatMap((locale) => {
      const field = note.fields[locale]
      const own = [field?.front ?? '', field?.back ?? '', (field?.answers ?? []).join('\n')]
      return own.slice(0, parts.length)
    }),
  ])
  const body = Papa.unparse(
    cells.map((row) => row.map(withGuard)),
    { newline: '\r\n', quotes: false },
  )
  return `${header.join('\r\n')}\r\n${body}\r\n`
}
