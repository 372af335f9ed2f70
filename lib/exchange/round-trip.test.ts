import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderFormula } from '@/lib/platform/markdown/render-formula'
import { renderMarkdown } from '@/lib/platform/markdown/render-markdown'
import { startApkg } from './apkg/write-apkg'
import { bytesInMemory } from './byte-source'
import { readDeckFile } from './deck-file/read-deck-file'
import { htmlToMarkdown, type HtmlContext } from './html/html-to-markdown'
import { markdownToHtml } from './html/markdown-to-html'
import { cleanImage } from './image/clean-image'
import { TINY_PNG } from './image/testing/tiny-images'
import type { Incoming } from './incoming'
import { writeDeckJson } from './json/deck-json'
import type { OutgoingDeck, OutgoingNote } from './outgoing'
import { plainNote, type OwnNote } from './own-note'
import { readExchangeFile } from './read-exchange-file'
import { arbitraryNotes } from './testing/arbitrary-deck'
import { writeText } from './text/write-text'

const RUNS = { numRuns: process.env.UNROLL_FULL ? 400 : 40, seed: 20261127 }
const deck: OutgoingDeck = { id: 'deck-1', key: 'gates', title: { en: 'Gates', zh: '门' }, description: {} }
const isFormula = (tex: string, display: boolean) => renderFormula(tex, { display }).problem === null

const cleaned = cleanImage(TINY_PNG)
if (!cleaned.ok) throw new Error(cleaned.reason)
const PNG = cleaned.image.bytes

async function read(bytes: Uint8Array, name: string) {
  return readExchangeFile(bytesInMemory(bytes), name, { isFormula, onProgress: () => {} })
}

async function throughApkg(notes: OutgoingNote[], images: { sha256: string; bytes: Uint8Array }[] = []) {
  const chunks: Uint8Array[] = []
  const settings = { at: Date.UTC(2026, 10, 27), hasScheduling: true, locale: 'en' as const }
  const listed = images.map(({ sha256 }) => ({ sha256, mime: 'image/png' as const }))
  const writer = await startApkg(deck, listed, settings, (chunk) => chunks.push(chunk))
  for (const note of notes) writer.addNote(note)
  for (const { sha256, bytes } of images) writer.addImage(sha256, bytes)
  writer.end()
  return read(new Uint8Array(Buffer.concat(chunks)), 'gates.apkg')
}

const ownOf = (incoming: Incoming): OwnNote[] =>
  incoming.notes.map(({ key, kind, tags, source, text, exercise }) =>
    plainNote({
      key,
      kind,
      tags,
      ...(source === undefined ? {} : { source }),
      fields: 'fields' in text ? text.fields : { en: text.field },
      ...(exercise === undefined ? {} : { exercise }),
    }),
  )

describe('nothing that a format can carry is lost on the way there and back', () => {
  it('as an Anki package', () =>
    fc.assert(
      fc.asyncProperty(arbitraryNotes(6), async (notes) => {
        const { incoming } = await throughApkg(notes)
        expect(ownOf(incoming)).toEqual(notes.map(plainNote))
        expect(incoming.unreadable).toEqual([])
      }),
      RUNS,
    ))

  it('as rows of text', () =>
    fc.assert(
      fc.asyncProperty(arbitraryNotes(6), async (notes) => {
        // A table has no place for an exercise: its export says so.
        const carried = notes.filter(({ kind }) => kind !== 'EXERCISE')
        fc.pre(carried.length > 0)
        const { incoming } = await read(new TextEncoder().encode(writeText(notes)), 'gates.csv')
        expect(ownOf(incoming)).toEqual(carried.map(plainNote))
      }),
      RUNS,
    ))

  it('as JSON, with pictures', () =>
    fc.assert(
      fc.asyncProperty(arbitraryNotes(6), async (notes) => {
        const { incoming } = await read(
          new TextEncoder().encode(writeDeckJson(deck, notes, [])),
          'gates.json',
        )
        expect(ownOf(incoming)).toEqual(notes.map(plainNote))
        expect(incoming.decks).toEqual([{ name: 'Gates', key: 'gates', title: deck.title, description: {} }])
      }),
      RUNS,
    ))

  it('pictures travel in a package and in JSON', async () => {
    const { createHash } = await import('node:crypto')
    const sha256 = createHash('sha256').update(PNG).digest('hex')
    const field = { front: `![a cell](media:${sha256})`, back: 'b' }
    const note: OutgoingNote = {
      id: 'x',
      key: 'x',
      kind: 'BASIC',
      tags: [],
      fields: { en: field },
      cards: [{ ord: 0, memory: null, answers: [] }],
    }
    const viaApkg = await throughApkg([note], [{ sha256, bytes: PNG }])
    expect(viaApkg.incoming.images).toMatchObject([{ sha256, mime: 'image/png' }])
    expect(viaApkg.readImage(viaApkg.incoming.images[0].name)).toEqual(PNG)
    const image = { sha256, mime: 'image/png' as const, base64: Buffer.from(PNG).toString('base64') }
    const viaJson = await read(new TextEncoder().encode(writeDeckJson(deck, [note], [image])), 'x.json')
    expect(viaJson.incoming.images).toMatchObject([{ sha256 }])
    expect(viaJson.readImage(sha256)).toEqual(PNG)
  })

  it('as the HTML that Anki shows: what learners see is the same', () =>
    fc.assert(
      fc.property(arbitraryNotes(3), (notes) => {
        for (const note of notes) {
          const isCloze = note.kind === 'CLOZE'
          for (const field of Object.values(note.fields)) {
            const html = markdownToHtml(field.front, { isCloze, imageName: () => null })
            const context: HtmlContext = { isCloze, isFormula, imageOf: () => null, lose: () => {} }
            const back = htmlToMarkdown(html, context)
            if (!back.ok) throw new Error(back.code)
            expect(seen(back.markdown, isCloze), html).toEqual(seen(field.front, isCloze))
          }
        }
      }),
      RUNS,
    ))

  it('a memory and its answers', async () => {
    const at = Date.UTC(2026, 10, 20, 9)
    const memory = {
      state: 'REVIEW' as const,
      stability: 12.3456,
      difficulty: 5.678,
      dueAt: Date.UTC(2026, 11, 3, 12),
      lastAt: at,
      intervalDays: 13,
      reps: 4,
      lapses: 1,
      suspended: true,
      flag: 3,
    }
    const answers = [
      { at, grade: 3 as const, millis: 4_200, intervalDays: 13, stateBefore: 'REVIEW' as const },
    ]
    const note: OutgoingNote = {
      id: 'x',
      key: 'x',
      kind: 'BASIC',
      tags: [],
      fields: { en: { front: 'q', back: 'a' } },
      cards: [{ ord: 0, memory, answers }],
    }
    const { incoming } = await throughApkg([note])
    const [history] = incoming.notes[0].histories ?? []
    expect(history).toMatchObject({ suspended: true, flag: 3, answers: [{ at, grade: 3, millis: 4_200 }] })
    expect(history.memory).toMatchObject({
      stability: 12.3456,
      difficulty: 5.678,
      reps: 4,
      lapses: 1,
      lastAt: at,
    })
    expect(new Date(history.memory?.dueAt ?? 0).toISOString().slice(0, 10)).toBe('2026-12-03')
  })

  it('a note that was changed in Anki comes back changed, under its own key', async () => {
    const chunks: Uint8Array[] = []
    const note: OutgoingNote = {
      id: 'x',
      key: 'forget-gate',
      kind: 'BASIC',
      tags: ['lstm'],
      source: 'notes',
      fields: { en: { front: '$f_t$?', back: 'a *gate*' }, zh: { front: '$f_t$？', back: '门' } },
      cards: [{ ord: 0, memory: null, answers: [] }],
    }
    const settings = { at: 1_764_201_600_000, hasScheduling: false, locale: 'en' as const }
    const writer = await startApkg(deck, [], settings, (chunk) => chunks.push(chunk))
    writer.addNote(note)
    writer.end()
    const { loadSqlite } = await import('./apkg/open-database')
    const { readZip } = await import('./zip/read-zip')
    const { buildZip } = await import('./testing/build-zip')
    const zip = readZip(bytesInMemory(new Uint8Array(Buffer.concat(chunks))))
    const sqlite = await loadSqlite()
    const database = new sqlite.Database(zip.read('collection.anki2', 10_000_000))
    database.run(
      "UPDATE notes SET flds = replace(flds, 'a <em>gate</em>', 'the <b>forget</b> gate'), tags = ' new '",
    )
    const changed = buildZip([
      { name: 'collection.anki2', bytes: database.export() },
      { name: 'media', bytes: new TextEncoder().encode('{}') },
    ])
    const { incoming } = await read(changed, 'gates.apkg')
    expect(incoming.notes).toMatchObject([
      {
        key: 'forget-gate',
        tags: ['new'],
        source: 'notes',
        text: {
          fields: {
            en: { front: '$f_t$?', back: 'the **forget** gate' },
            zh: { front: '$f_t$？', back: '门' },
          },
        },
      },
    ])
  })

  it('as a deck file, which is written by hand and read by the same reader', () => {
    expect(readDeckFile('---\ndeck: a\ntitle: { en: A }\n---\n## k\n### en\nq\n---\na\n').ok).toBe(true)
  })
})

/** What a learner sees, without what only the author of the Markdown chose. */
function seen(markdown: string, isCloze: boolean): string {
  const { html } = renderMarkdown(markdown, {
    locale: 'en',
    cloze: isCloze ? { number: 1, side: 'front' } : null,
  })
  return html
    .replace(/<annotation[\s\S]*?<\/annotation>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
}
