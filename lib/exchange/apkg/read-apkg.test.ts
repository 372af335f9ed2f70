import { describe, expect, it } from 'vitest'
import { bytesInMemory } from '../byte-source'
import { cleanImage } from '../image/clean-image'
import { TINY_PNG } from '../image/testing/tiny-images'
import { keyOfGuid } from '../guid-key'
import type { NoteSource } from '@/lib/core/content/content'
import {
  BASIC_TYPE,
  BUILT_FORMS,
  buildApkg,
  CLOZE_TYPE,
  REVERSED_TYPE,
  TYPED_TYPE,
  type BuiltNote,
  type BuiltPackage,
} from '../testing/build-apkg'
import { readExchangeFile } from '../read-exchange-file'
import { renderFormula } from '@/lib/platform/markdown/render-formula'

const DECK = 1_700_000_000_001
const cleaned = cleanImage(TINY_PNG)
const kept = cleaned.ok ? cleaned.image.bytes : null

const read = async (bytes: Uint8Array) => {
  const options = {
    isFormula: (tex: string, display: boolean) => renderFormula(tex, { display }).problem === null,
    onProgress: () => {},
  }
  return readExchangeFile(bytesInMemory(bytes), 'deck.apkg', options)
}

const basic = (id: number, fields: string[], more: object = {}) => ({
  id,
  guid: `g${id}`,
  typeId: BASIC_TYPE.id,
  fields,
  cards: [{ ord: 0, deckId: DECK }],
  ...more,
})

const whole: BuiltPackage = {
  types: [BASIC_TYPE, REVERSED_TYPE, CLOZE_TYPE, TYPED_TYPE],
  decks: [
    { id: 1, name: 'Default' },
    { id: DECK, name: 'RNN::Gates' },
    { id: DECK + 1, name: 'RNN::Cells::LSTM' },
  ],
  media: [
    { name: 'cell one.png', bytes: TINY_PNG },
    { name: 'unused.png', bytes: TINY_PNG },
    { name: 'tune.mp3', bytes: new Uint8Array([1, 2, 3]) },
  ],
  notes: [
    basic(1, ['What is <b>\\(h_{t-1} &lt; 1\\)</b>?<br>Say.', '<img src="cell one.png"> [sound:tune.mp3]'], {
      tags: ['rnn', 'gates::forget'],
    }),
    {
      id: 2,
      guid: 'B$a|;',
      typeId: REVERSED_TYPE.id,
      fields: ['遗忘门', 'forget gate'],
      cards: [
        { ord: 0, deckId: DECK + 1 },
        { ord: 1, deckId: DECK + 1 },
      ],
    },
    {
      id: 3,
      guid: 'c',
      typeId: CLOZE_TYPE.id,
      fields: ['\\[C_t = {{c1::f_t * C_{t-1}::kept}} + {{c2::i_t}}\\] and {{c1::a {{c3::b}}}}', 'remark'],
      cards: [0, 1, 2].map((ord) => ({ ord, deckId: DECK })),
    },
    {
      id: 4,
      guid: 't',
      typeId: TYPED_TYPE.id,
      fields: ['Which activation?', 'tanh'],
      cards: [{ ord: 0, deckId: DECK }],
    },
    basic(5, ['[latex]$\\alpha^2$[/latex] and [$]\\beta[/$]', '[$$]\\sum_i<br>x_i[/$$]']),
    basic(6, ['only a front', '']),
    basic(7, ['<script>alert(1)</script>q', '<a href="javascript:alert(1)" onclick="x()">a</a>']),
  ],
}

describe.each(BUILT_FORMS)('a package in the form %s', (form) => {
  it('gives its notes, decks, tags, pictures and formulas', async () => {
    const { incoming, readImage } = await read(buildApkg(whole, form))
    expect(incoming.format).toBe(form)
    const field = (key: string): NoteSource | undefined => {
      const note = incoming.notes.find((each) => each.key === key)
      return note && 'field' in note.text ? note.text.field : undefined
    }
    const [image] = incoming.images
    expect(field('anki.g1')).toEqual({
      front: 'What is **$h_{t-1} < 1$**?\\\nSay.',
      back: `![cell one](media:${image.sha256})`,
    })
    expect(readImage(image.name)).toEqual(kept)
    expect(incoming.notes.find(({ key }) => key === 'anki.g1')?.tags).toEqual(['rnn', 'gates::forget'])
    expect(incoming.decks.map(({ name }) => name)).toEqual(['RNN::Gates', 'RNN::Cells::LSTM'])
    const reversed = incoming.notes.find(({ guid }) => guid === 'B$a|;')
    expect(reversed).toMatchObject({ kind: 'REVERSED', deck: 1, key: keyOfGuid('B$a|;') })
    expect(incoming.notes.find(({ guid }) => guid === 'c')?.kind).toBe('CLOZE')
    expect(field('anki.c')).toEqual({
      front: '$$C_t = {{c1::f_t * C_{t-1}::kept}} + {{c2::i_t}}$$ and {{c1::a {{c3::b}}}}',
      back: 'remark',
    })
    expect(incoming.notes.find(({ guid }) => guid === 't')).toMatchObject({ kind: 'TYPED' })
    expect(field('anki.t')).toEqual({ front: 'Which activation?', back: '', answers: ['tanh'] })
    expect(field('anki.g5')).toEqual({ front: '$\\alpha^2$ and $\\beta$', back: '$$\n\\sum_i x_i\n$$' })
    expect(field('anki.g7')).toEqual({ front: 'q', back: 'a' })
    expect(incoming.unreadable).toEqual([{ name: 'only a front', code: 'note-without-back' }])
    const counted = Object.fromEntries(incoming.losses.map(({ code, count }) => [code, count]))
    expect(counted).toEqual({ sound: 1, 'image-alt': 1, 'image-unused': 2, 'field-script': 2, link: 1 })
  })

  it('names the answers and the decks that stay behind', async () => {
    const at = Date.UTC(2026, 10, 1, 9)
    const many = Array.from({ length: 1_905 }, (_, i) => ({ at: at + i * 60_000, ease: 3, type: 1 }))
    const reviews = [...many, { at: at - 1, ease: 3, type: 3 }, { at: at - 2, ease: 0, type: 5 }]
    const split: BuiltNote = {
      id: 2,
      guid: 'r',
      typeId: REVERSED_TYPE.id,
      fields: ['遗忘门', 'forget gate'],
      cards: [
        { ord: 0, deckId: DECK + 1 },
        { ord: 1, deckId: DECK },
      ],
    }
    const notes = [basic(1, ['q', 'a'], { cards: [{ ord: 0, deckId: DECK, type: 2, reviews }] }), split]
    const { incoming } = await read(buildApkg({ ...whole, notes, media: [] }, form))
    expect(incoming.losses).toEqual(
      expect.arrayContaining([
        { code: 'answers-crammed', count: 1, examples: [] },
        { code: 'answers-many', count: 5, examples: ['q'] },
        { code: 'decks-several', count: 1, examples: ['RNN::Cells::LSTM'] },
      ]),
    )
    expect(incoming.notes[0].histories?.[0].answers).toHaveLength(1_900)
  })

  it('gives what each card was remembered by', async () => {
    const at = Date.UTC(2026, 10, 1, 9)
    const createdAt = Date.UTC(2026, 0, 1, 4) / 1_000
    const { incoming } = await read(
      buildApkg(
        {
          ...whole,
          createdAt,
          notes: [
            basic(1, ['q', 'a'], {
              cards: [
                {
                  ord: 0,
                  deckId: DECK,
                  type: 2,
                  queue: -1,
                  due: 320,
                  interval: 16,
                  factor: 2350,
                  reps: 3,
                  lapses: 1,
                  flags: 2,
                  data: '{"s":16.5,"d":5.25,"dr":0.9}',
                  reviews: [
                    { at, ease: 3, type: 0 },
                    { at: at + 86_400_000, ease: 1, millis: 90_000 },
                    { at: at + 86_500_000, ease: 0, type: 4 },
                  ],
                },
              ],
            }),
          ],
        },
        form,
      ),
    )
    expect(incoming.notes[0].histories).toEqual([
      {
        ord: 0,
        suspended: true,
        flag: 2,
        answers: [
          { at, grade: 3, millis: 3_000 },
          { at: at + 86_400_000, grade: 1, millis: 60_000 },
        ],
        memory: {
          stability: 16.5,
          difficulty: 5.25,
          intervalDays: 16,
          ease: 2.35,
          dueAt: createdAt * 1_000 + 320 * 86_400_000 + 43_200_000,
          reps: 3,
          lapses: 1,
          lastAt: at + 86_400_000,
        },
      },
    ])
  })
})
