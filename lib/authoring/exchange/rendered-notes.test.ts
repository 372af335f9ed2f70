import { mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { NoteDraft } from '@/lib/core/content/content'
import { checkNote } from '../check-note'
import { readRenderedNotes, writeRenderedNotes } from './rendered-notes'

const folder = mkdtempSync(path.join(tmpdir(), 'unroll-rendered-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const hash = 'a'.repeat(64)
const draft = (front: string, tags: string[] = []): NoteDraft => ({
  kind: 'BASIC',
  tags,
  fields: { en: { front, back: `![a cell](media:${hash})` } },
})
const images = new Map([[hash, { width: 3, height: 4 }]])

function written(file: string, drafts: NoteDraft[]) {
  const kept = writeRenderedNotes(file)
  for (const each of drafts) kept.keep(each, images, checkNote(each, images))
  kept.close()
}

describe('what the preview rendered', () => {
  it('is found by its words, in whatever order their names stand, and by nothing else', () => {
    const file = path.join(folder, 'one')
    written(file, [draft('What is $h_t$?'), draft('And $C_t$?')])
    const found = readRenderedNotes(file)
    const { tags, kind, fields } = draft('And $C_t$?')
    const again = {
      fields: { en: { back: fields.en?.back ?? '', front: fields.en?.front ?? '' } },
      tags,
      kind,
    }
    const { content, media } = checkNote(again, images)
    expect(found?.find(again, images)).toMatchObject({ content, media })
    expect(found?.find(draft('And $c_t$?'), images)).toBeNull()
    expect(found?.find(draft('And $C_t$?', ['gate']), images)).toBeNull()
    expect(found?.find(draft('And $C_t$?'), new Map([[hash, { width: 3, height: 5 }]]))).toBeNull()
    expect(found?.find(draft('And $C_t$?'), new Map())).toBeNull()
    found?.close()
  })

  it('is rendered anew where the file is cut short, of another preview, or not there', () => {
    const file = path.join(folder, 'two')
    expect(readRenderedNotes(file)).toBeNull()
    written(file, [draft('first'), draft('second')])
    const before = readRenderedNotes(file)
    written(file, [draft('third')])
    const after = readRenderedNotes(file)
    expect(before?.find(draft('second'), images)).not.toBeNull()
    expect(after?.find(draft('second'), images)).toBeNull()
    truncateSync(file, 60)
    expect(readRenderedNotes(file)?.find(draft('third'), images)).toBeNull()
    truncateSync(file, 5)
    expect(readRenderedNotes(file)?.find(draft('third'), images)).toBeNull()
  })
})
