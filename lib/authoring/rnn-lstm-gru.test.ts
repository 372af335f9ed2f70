import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/core/content/content'
import { checkTypedAnswer } from '@/lib/core/content/typed-answer'
import { readDeckFile } from '@/lib/exchange/deck-file/read-deck-file'
import { writeDeckFile } from '@/lib/exchange/deck-file/write-deck-file'
import type { DeckFile } from '@/lib/exchange/deck-file/deck-file'
import { prepareDeck, type PreparedDeck } from './prepare-deck'
import { checkImages } from './store-images'

const folder = path.join(import.meta.dirname, '../../prisma/decks')
const text = readFileSync(path.join(folder, '01-rnn-lstm-gru.md'), 'utf8')

/** Every heading of the notes that the deck is made from, as the notes spell them. */
const HEADINGS = [
  'RNN 的前向过程',
  'LSTM 的前向过程',
  'LSTM 和 RNN 的区别',
  'Cell 状态的作用',
  'LSTM 是如何实现长短期记忆的？',
  'Cell state 和 Hidden state 的关系',
  'LSTM 中各个门的作用是什么？',
  'LSTM 前向过程（门的顺序）',
  'GRU 的前向过程',
  'GRU 中各门的作用',
  'GRU 与 LSTM 的区别',
]

describe('the deck “RNN, LSTM, GRU”', () => {
  let file: DeckFile
  let deck: PreparedDeck

  beforeAll(async () => {
    const names = readdirSync(path.join(folder, 'media'))
    const { checked } = checkImages(
      names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(folder, 'media', name))) })),
    )
    const prepared = await prepareDeck(text, checked)
    // What is wrong with a formula, a cloze, a picture or a language fails here, with its line.
    expect(prepared.ok ? [] : prepared.problems).toEqual([])
    if (prepared.ok) deck = prepared.deck
    const read = readDeckFile(text)
    if (read.ok) file = read.deck
  })

  it('has every heading of the notes, and at least sixty cards of four kinds', () => {
    for (const heading of HEADINGS) {
      expect(file.notes.filter((note) => note.source === heading).length, heading).toBeGreaterThan(0)
    }
    const count = (kind: string) =>
      deck.notes.reduce((sum, { content }) => sum + (content.kind === kind ? content.cards.length : 0), 0)
    expect(deck.notes.reduce((sum, { content }) => sum + content.cards.length, 0)).toBeGreaterThanOrEqual(100)
    expect(count('REVERSED')).toBeGreaterThanOrEqual(10)
    expect(count('TYPED')).toBeGreaterThanOrEqual(8)
    expect(count('CLOZE')).toBeGreaterThanOrEqual(15)
  })

  it('hides each line of each forward pass once', () => {
    const cards = new Map(deck.notes.map(({ key, content }) => [key, content.cards.length]))
    expect(cards.get('rnn-forward')).toBe(2)
    expect(cards.get('lstm-forward')).toBe(6)
    expect(cards.get('gru-forward')).toBe(4)
  })

  it('says everything in both languages, with the same formulas', () => {
    const formulas = (source: string) =>
      [...source.matchAll(/\$\$[^$]+\$\$|\$[^$]+\$/g)]
        .map(([formula]) => formula.replace(/\s+/g, ' '))
        .filter((formula) => formula.startsWith('$$'))
    for (const { key, content } of deck.notes) {
      const { zh, en } = content.fields
      if (!zh || !en) throw new Error(`${key} lacks a language`)
      expect(formulas(zh.front), key).toEqual(formulas(en.front))
      expect(formulas(zh.back), key).toEqual(formulas(en.back))
      for (const card of content.cards) {
        for (const locale of LOCALES) {
          expect(card.sides[locale]?.front, key).not.toBe('')
          expect(card.sides[locale]?.back, key).not.toBe('')
        }
      }
    }
  })

  it('shows its pictures described in both languages, with their place kept free', () => {
    const html = (key: string) =>
      LOCALES.map(
        (locale) => deck.notes.find((note) => note.key === key)?.content.cards[0].sides[locale]?.front,
      )
    for (const key of ['lstm-diagram', 'gru-diagram']) {
      const [zh, en] = html(key)
      expect(zh).toMatch(/<img src="[^"]+" alt="[^"]*结构图[^"]*" width="1140" height="705"/)
      expect(en).toMatch(/<img src="[^"]+" alt="Diagram of [^"]*" width="1140" height="705"/)
    }
  })

  it('writes Chinese with Chinese punctuation, and leaves no mark-up unread', () => {
    for (const { key, content } of deck.notes) {
      const prose = [content.fields.zh?.front ?? '', content.fields.zh?.back ?? '']
        .join('\n')
        .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
        .replace(/\$\$[^$]+\$\$|\$[^$]+\$/g, 'x')
        .replace(/^\d+\.|^- /gm, '')
        .replace(/\{\{c\d::|\}\}/g, '')
      expect(prose, key).not.toMatch(/[\u4e00-\u9fff]\s*[,;:!?()"]|[,;:!?()"]\s*[\u4e00-\u9fff]/)
      for (const card of content.cards) {
        for (const locale of LOCALES) {
          const shown = `${card.sides[locale]?.front}${card.sides[locale]?.back}`.replace(
            /<math[^]*?<\/math>/g,
            '',
          )
          expect(shown.replace(/<[^>]*>/g, ''), key).not.toMatch(/\*\*|\$|\{\{|\}\}|\uE000/)
        }
      }
    }
  })

  it('has tags of one vocabulary, the cell first', () => {
    const cells = ['rnn', 'lstm', 'gru']
    const topics = [
      'jordan',
      'gate',
      'state',
      'formula',
      'notation',
      'compute',
      'gradient',
      'faq',
      'convention',
      'misconception',
    ]
    for (const { key, content } of deck.notes) {
      expect(cells, key).toContain(content.tags[0])
      for (const tag of content.tags) expect([...cells, ...topics], key).toContain(tag)
    }
  })

  it('computes what it says', () => {
    const back = (key: string) => deck.notes.find((note) => note.key === key)?.content.fields.en?.back ?? ''
    const sigmoid = (a: number) => 1 / (1 + Math.exp(-a))
    const numbers: [string, number][] = [
      ['rnn-compute-first-step', Math.tanh(0.5 * 0 + 1 * 1)],
      ['rnn-compute-second-step', Math.tanh(0.5 * Math.tanh(1) + 1 * 0)],
      ['lstm-compute-cell', 0.5 * 2 + 0.25 * -0.8],
      ['lstm-compute-hidden', 0.5 * Math.tanh(0.8)],
      ['gru-compute', (1 - 0.25) * 0.8 + 0.25 * -0.4],
    ]
    for (const [key, value] of numbers) {
      const said = /(?:=|\\approx) (-?[\d.]+)\$\$/.exec(
        back(key)
          .trimEnd()
          .split('\n\n')
          .find((part) => /(?:h|C)_/.test(part)) ?? '',
      )
      expect(Number(said?.[1]), key).toBeCloseTo(value, 4)
    }
    // Negating the pre-activation turns z into 1 − z, so the two conventions of the update gate agree.
    const [z, old, candidate] = [0.7, 0.3, -0.9]
    const flipped = sigmoid(-z) * old + (1 - sigmoid(-z)) * candidate
    expect((1 - sigmoid(z)) * old + sigmoid(z) * candidate).toBeCloseTo(flipped, 12)
  })

  it('takes each typed answer that it lists, and none of another card', () => {
    const typed = deck.notes.filter(({ content }) => content.kind === 'TYPED')
    for (const { key, content } of typed) {
      for (const locale of LOCALES) {
        const answers = content.fields[locale]?.answers ?? []
        for (const answer of answers) expect(checkTypedAnswer(answer, answers).isCorrect, key).toBe(true)
        for (const other of typed.filter((each) => each.content.tags[0] === content.tags[0])) {
          const theirs = other.content.fields[locale]?.answers ?? []
          if (other.key !== key)
            expect(checkTypedAnswer(theirs[0], answers).isCorrect, `${key} ${other.key}`).toBe(false)
        }
      }
    }
  })

  it('gives the update gate its direction wherever a card speaks of it', () => {
    const cards = deck.notes
      .filter(({ content }) => content.tags.includes('gru'))
      .map(({ content }) => content)
    const speaking = cards.filter(({ fields }) =>
      /update gate (of|does)|larger \$z_t\$/.test(fields.en?.front ?? ''),
    )
    expect(speaking.length).toBeGreaterThanOrEqual(2)
    for (const { fields } of speaking) expect(`${fields.en?.back}`).toMatch(/less|1-z_t/i)
  })

  it('is written as the writer of deck files writes it, so that diffs show what changed', () => {
    expect(writeDeckFile(file).trimEnd()).toBe(text.trimEnd())
  })
})
