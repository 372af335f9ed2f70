import { describe, expect, it } from 'vitest'
import { bytesInMemory } from '../byte-source'
import { htmlToMarkdown } from '../html/html-to-markdown'
import type { OutgoingCard, OutgoingMemory, OutgoingNote } from '../outgoing'
import { readExchangeFile } from '../read-exchange-file'
import { readZip } from '../zip/read-zip'
import { loadSqlite } from './open-database'
import { startApkg } from './write-apkg'

const DAY = 86_400_000
const HOUR = 3_600_000
/** Nine in the morning in Shanghai, where the day began five hours ago. */
const AT = Date.UTC(2026, 10, 28, 1)
const DAY_STARTS_AT = AT - 5 * HOUR
const settings = { at: AT, dayStartsAt: DAY_STARTS_AT, hasScheduling: true, locale: 'en' as const }

const known = (state: OutgoingMemory['state'], more: Partial<OutgoingMemory> = {}): OutgoingMemory => ({
  state,
  stability: 2.6,
  difficulty: 5,
  dueAt: AT + 600_000,
  lastAt: AT - DAY,
  intervalDays: 0,
  reps: 3,
  lapses: 1,
  suspended: false,
  flag: 0,
  ...more,
})

const noteOf = (cards: OutgoingCard[], more: Partial<OutgoingNote> = {}): OutgoingNote => ({
  id: 'x',
  key: 'x',
  kind: 'BASIC',
  tags: [],
  fields: { en: { front: 'q', back: 'a' } },
  cards,
  ...more,
})

async function pack(note: OutgoingNote): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const deck = { id: 'deck-1', key: 'gates', title: { en: 'Gates' }, description: {} }
  const writer = await startApkg(deck, [], settings, (chunk) => chunks.push(chunk))
  writer.addNote(note)
  writer.end()
  return new Uint8Array(Buffer.concat(chunks))
}

async function query(bytes: Uint8Array, sql: string) {
  const sqlite = await loadSqlite()
  const zip = readZip(bytesInMemory(bytes))
  const database = new sqlite.Database(zip.read('collection.anki2', 10_000_000))
  const [found] = database.exec(sql)
  database.close()
  return found.values
}

const read = async (bytes: Uint8Array) =>
  (await readExchangeFile(bytesInMemory(bytes), 'x.apkg', { isFormula: () => true, onProgress: () => {} }))
    .incoming

const PLACE = `SELECT type, queue, due, odue, "left", ivl FROM cards`

describe('a package is scheduled as Anki of its schema does it', () => {
  const today = 3_650

  it('a review counts its days from the beginning of the learner’s own day', async () => {
    const noon = DAY_STARTS_AT + 8 * HOUR
    const bytes = await pack(
      noteOf([
        { ord: 0, memory: known('REVIEW', { dueAt: noon, intervalDays: 9 }), answers: [] },
        { ord: 1, memory: known('REVIEW', { dueAt: noon + 3 * DAY, intervalDays: 9 }), answers: [] },
      ]),
    )
    expect(await query(bytes, PLACE)).toEqual([
      [2, 2, today, 0, 0, 9],
      [2, 2, today + 3, 0, 0, 9],
    ])
    const [[createdAt]] = await query(bytes, 'SELECT crt FROM col')
    expect(Math.floor((AT / 1_000 - Number(createdAt)) / 86_400)).toBe(today)
  })

  it('a card in its steps has one left, or it would never be shown', async () => {
    const bytes = await pack(noteOf([{ ord: 0, memory: known('LEARNING'), answers: [] }]))
    expect(await query(bytes, PLACE)).toEqual([[1, 1, (AT + 600_000) / 1_000, 0, 1_001, 0]])
  })

  it('a card that lapsed is a review in its steps, and one that is suspended has left them', async () => {
    const bytes = await pack(
      noteOf([
        { ord: 0, memory: known('RELEARNING'), answers: [] },
        { ord: 1, memory: known('RELEARNING', { suspended: true }), answers: [] },
      ]),
    )
    expect(await query(bytes, PLACE)).toEqual([
      [2, 1, (AT + 600_000) / 1_000, today + 3, 1_001, 3],
      [2, -1, today + 3, 0, 0, 3],
    ])
    const [first, second] = (await read(bytes)).notes[0].histories ?? []
    expect(first).toMatchObject({ suspended: false, memory: { dueAt: AT + 600_000, stability: 2.6 } })
    expect(second).toMatchObject({ suspended: true, memory: { stability: 2.6 } })
  })

  it('an answer after a lapse is not one of a new card', async () => {
    const states = ['NEW', 'LEARNING', 'REVIEW', 'RELEARNING', 'REVIEW'] as const
    const answers = states.map((stateBefore, i) => ({
      at: AT - (9 - i) * DAY,
      grade: 3 as const,
      millis: 1_000,
      intervalDays: 1,
      stateBefore,
    }))
    const bytes = await pack(noteOf([{ ord: 0, memory: known('REVIEW'), answers }]))
    expect(await query(bytes, 'SELECT type FROM revlog ORDER BY id')).toEqual([[0], [0], [1], [2], [1]])
  })
})

describe('a package says what its note says', () => {
  it('where Anki would look for the names of fields', async () => {
    const fields = { en: { front: 'q $e^{{{x}}}$ \\{{y}}', back: 'as in `{{c1::code}}`' } }
    const bytes = await pack(noteOf([], { fields }))
    const [[written]] = await query(bytes, 'SELECT flds FROM notes')
    expect(String(written).split('\x1f').slice(0, 2).join()).not.toContain('{{')
    expect((await read(bytes)).notes).toMatchObject([{ text: { fields } }])
    const context = { isCloze: false, isFormula: () => true, imageOf: () => null, lose: () => {} }
    const [front, back] = String(written).split('\x1f')
    expect(htmlToMarkdown(front, context)).toMatchObject({ markdown: 'q $e^{{{x}}}$ {{y}}' })
    expect(htmlToMarkdown(back, context)).toMatchObject({ markdown: 'as in `{{c1::code}}`' })

    const cloze = { en: { front: '{{c1::a}} $e^{{{c2::x}}}$ $e^{{y}}$', back: '$e^{{z}}$' } }
    const [[clozes]] = await query(
      await pack(noteOf([], { kind: 'CLOZE', fields: cloze })),
      'SELECT flds FROM notes',
    )
    expect(
      String(clozes)
        .split('\x1f')
        .slice(0, 2)
        .join()
        .match(/\{\{+[^{]{2}/g),
    ).toEqual(['{{c1', '{{{c2'])
  })

  it('with tags as they were written, unless they were changed in Anki', async () => {
    const tags = ['two words', 'b', 'a::b']
    expect((await read(await pack(noteOf([], { tags })))).notes).toMatchObject([{ tags }])
  })

  it.each([
    ['a\n' + ' '.repeat(150) + 'b', 'a_b'],
    ['a\u2028b', 'a_b'],
    ['a  b', 'a_b'],
  ])('but not with tags that no deck may have: %j', async (tag, kept) => {
    expect((await read(await pack(noteOf([], { tags: [tag] })))).notes).toMatchObject([{ tags: [kept] }])
  })

  it('and which fields each of its cards asks', async () => {
    const fields = { en: { front: 'q', back: 'a' }, zh: { front: '问', back: '答' } }
    const [[models]] = await query(
      await pack(noteOf([], { kind: 'REVERSED', fields })),
      'SELECT models FROM col',
    )
    expect(Object.values(JSON.parse(String(models)))).toMatchObject([
      {
        req: [
          [0, 'any', [0, 2]],
          [1, 'any', [1, 3]],
        ],
      },
    ])
  })
})

it('a note is as old as its last change, so that Anki keeps what was changed there since', async () => {
  const bytes = await pack(noteOf([], { changedAt: AT - DAY }))
  expect(await query(bytes, 'SELECT mod FROM notes')).toEqual([[(AT - DAY) / 1_000]])
  expect(await query(await pack(noteOf([])), 'SELECT mod FROM notes')).toEqual([[AT / 1_000]])
})
