import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardsOfNote } from '../content/cards-of-note'
import { parseCloze } from '../content/cloze'
import type { Proposal } from './proposal'
import { MAX_NOTES_LENGTH, readNotes } from './read-notes'
import { processorMillis } from '@/lib/core/testing/processor-millis'

const read = (name: string) =>
  readNotes(readFileSync(path.join(import.meta.dirname, 'testing', name), 'utf8'))
const fronts = (proposals: Proposal[], rule: Proposal['rule']) =>
  proposals.filter((proposal) => proposal.rule === rule).map((proposal) => proposal.front)

describe('notes copied from a Chinese page', () => {
  const { proposals, dropped } = read('rnn-lstm-gru-notes.txt')

  it('finds every frequently asked question with the bullets under it', () => {
    expect(fronts(proposals, 'question')).toEqual([
      'LSTM 和 RNN 的区别',
      'Cell state 和 Hidden state 的关系',
      'LSTM 中各个门的作用是什么?',
      'LSTM 前向过程(门的顺序)',
      'GRU 中各门的作用',
      'GRU 与 LSTM 的区别',
    ])
    const differs = proposals.find((proposal) => proposal.front === 'GRU 与 LSTM 的区别')
    expect(differs?.back.split('\n')).toEqual([
      '- 合并 “遗忘门” 和 “记忆门” 为 “更新门”;',
      '   - 其实更像是移除了 “输出门”;',
      '- 移除 Cell 隐状态,直接使用 Hidden 代替;',
    ])
    expect(differs?.origin).toEqual({
      firstLine: 79,
      lastLine: 85,
      headings: ['GRU', '常见问题', 'GRU 与 LSTM 的区别'],
    })
  })

  it('splits the two related questions that were run together, and says that it guessed', () => {
    const related = proposals.filter((proposal) => proposal.rule === 'related-question')
    expect(related.map((proposal) => proposal.front)).toEqual([
      'Cell 状态的作用',
      'LSTM 是如何实现长短期记忆的?',
    ])
    const asked = proposals.find((proposal) => proposal.front === 'LSTM 和 RNN 的区别')
    for (const { back, remarks } of related) {
      expect(back).toBe(asked?.back)
      expect(remarks).toContain('run-together')
    }
    expect(asked?.back).not.toContain('相关问题')
  })

  it('keeps the TeX of each formula, drops its rendered copy, and asks a forward pass line by line', () => {
    const passes = proposals.filter((proposal) => proposal.rule === 'forward-pass')
    const gaps = passes.map(({ kind, front }) => cardsOfNote(kind, { zh: { front, back: '' } }))
    expect(gaps).toEqual([
      { ords: [0, 1], problems: [] },
      { ords: [0, 1], problems: [] },
      { ords: [0, 1, 2, 3, 4, 5], problems: [] },
      { ords: [0, 1, 2, 3], problems: [] },
    ])
    expect(passes[3]?.front).toContain('h_t &= {{c4::(1-z_t)*h_{t-1} + z_t * \\tilde{h}_t}} \\end{aligned}')
    for (const { front, back, remarks } of proposals.filter(({ remarks }) =>
      remarks.includes('formula-doubled'),
    )) {
      expect(remarks).toContain('formula-doubled')
      expect(front + back).toContain('\\begin{aligned}')
      expect(front + back).not.toMatch(/[a-z]t=σ|yt=W|ht=tanh/)
    }
    expect(dropped.filter(({ why }) => why === 'rendered-formula').map(({ line }) => line)).toEqual([
      9, 11, 23, 67,
    ])
  })

  it('drops what belonged to the page, and says so', () => {
    const said = dropped.filter(({ why }) => why !== 'rendered-formula').map(({ text, why }) => [text, why])
    expect(said).toEqual(
      expect.arrayContaining([
        ['last modify', 'furniture'],
        ['Recurrent neural network - Wikipedia', 'link-title'],
        ['如何理解 LSTM 中的 cell state 和 hidden state? - 知乎', 'link-title'],
        ['Last updated', 'furniture'],
        ['RNN', 'repeated-title'],
      ]),
    )
    const all = proposals.map(({ front, back }) => front + back).join('\n')
    expect(all).not.toMatch(/知乎|Wikipedia|last modify|Last updated/i)
  })

  it('takes a legend apart, restores the underscores that were lost, and asks for a repeated item once', () => {
    const said = Object.fromEntries(
      proposals
        .filter(({ rule }) => rule === 'term' || rule === 'definition')
        .map(({ front, back }) => [front, back]),
    )
    expect(said['LSTM 的前向过程\n\n$\\tilde{C}_t$']).toBe(
      '当前时间步的 Cell 隐状态,即短期记忆;也就是普通 RNN 中的 $h_t$',
    )
    expect(said['LSTM 的前向过程\n\n$C_{t-1}$']).toBe('历史时间步的 Cell 隐状态,即长期记忆')
    expect(said['LSTM 中各个门的作用是什么?\n\n**遗忘门**']).toBe(
      '控制前一步记忆状态($C_{t-1}$)中的信息有多大程度被遗忘',
    )
    expect(proposals.find(({ front }) => front === '$*$ 表示什么？')).toMatchObject({
      back: '按位相乘',
      alsoAt: [69],
    })
    expect(proposals.filter(({ remarks }) => remarks.includes('quote-restored'))).toHaveLength(3)
  })
})

it('reads a lecture in Markdown: questions, a formula, a table; code is no heading', () => {
  const { proposals, dropped } = read('lecture-7.md')
  expect(fronts(proposals, 'question')).toEqual([
    'Why do gradients vanish?',
    'What helps against exploding gradients?',
  ])
  expect(proposals.find(({ front }) => front.startsWith('What helps'))?.back).toBe(
    '1. Clip the norm of the gradient.\n2. Use truncated backpropagation.',
  )
  const [formula] = proposals.filter(({ rule }) => rule === 'formula')
  expect(parseCloze(formula?.front ?? '').problems).toEqual([])
  expect(formula?.front).toContain('{{c1::\\sum_{t=1}^{T} \\frac{\\partial L_t}{\\partial W} }}')
  expect(formula?.origin.headings).toEqual([
    'Lecture 7: Training recurrent networks',
    'Backpropagation through time',
  ])
  expect(fronts(proposals, 'table-row')).toEqual([
    'Remedies\n\n**Gradient clipping — What it does**',
    'Remedies\n\n**Gating — What it does**',
    'Remedies\n\n**Layer normalisation — What it does**',
  ])
  expect(proposals.some(({ front }) => front.includes('not a heading'))).toBe(false)
  expect(dropped).toEqual([{ line: 35, text: 'Last updated: 2024-03-01', why: 'furniture' }])
})

it('reads bulleted lecture notes: what each thing does, bullets that ask, Q and A', () => {
  const { proposals, dropped } = read('bulleted-lecture.txt')
  expect(fronts(proposals, 'term')).toEqual([
    'Gates of the LSTM\n\n**Forget gate**',
    'Gates of the LSTM\n\n**Input gate**',
    'Gates of the LSTM\n\n**Output gate**',
  ])
  expect(proposals.find(({ front }) => front.includes('Input gate'))?.back).toBe(
    'decides how much of the candidate is written\n\n- it works together with the candidate',
  )
  expect(fronts(proposals, 'question')).toEqual([
    'Why is the forget bias often set to 1?',
    'Does a GRU have a cell state?',
  ])
  expect(proposals.find(({ front }) => front.startsWith('Does'))?.back).toBe(
    'No. Its hidden state does both jobs.',
  )
  expect(dropped.map(({ why }) => why)).toEqual(['link-title', 'furniture'])
})

it('reads definitions in both languages, and takes no sentence with “it” for one', () => {
  const { proposals } = read('definitions.txt')
  expect(proposals.map(({ front, back }) => [front, back])).toEqual([
    ['What is an epoch?', 'A complete pass over the training data. Papers often report their number.'],
    [
      'What is the vanishing gradient problem?',
      'Gradients that shrink as they are carried back through time.',
    ],
    [
      'What does “Teacher forcing” mean?',
      'During training the network is fed the true previous output instead of its own.',
    ],
    ['What does “Truncated BPTT” mean?', 'Backpropagation that is cut off after a fixed number of steps.'],
    ['What does “Perplexity” mean?', 'the exponential of the mean cross-entropy.'],
    ['门控循环单元是什么？', '是一种用更新门和重置门控制记忆的循环网络。'],
    ['梯度裁剪是什么？', '是指把梯度的范数限制在一个上限以内。'],
  ])
})

it('never throws, names lines that exist and only gaps that close', () => {
  const piece = fc.constantFrom(
    '$',
    '$$',
    '\\begin{aligned}',
    '\\end{aligned}',
    '{',
    '}',
    '{{c1::',
    '}}',
    '\n',
    '\n\n',
    '- ',
    '  - ',
    '# ',
    '| a | b |\n|--|--|\n',
    'x=y',
    '&=',
    '\\\\',
    '什么？',
    'Why?',
    ': ',
    '：',
    '“',
    '”',
    '**',
    '```\n',
    ' ',
    'f_t',
    '相关问题：',
    '1. ',
    '是指',
    'is a ',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      const { proposals } = readNotes(text)
      const lines = text.split(/\r\n|\r|\n/).length
      expect(new Set(proposals.map(({ id }) => id)).size).toBe(proposals.length)
      for (const { kind, front, origin } of proposals) {
        expect(origin.firstLine).toBeLessThanOrEqual(origin.lastLine)
        expect(origin.lastLine).toBeLessThanOrEqual(lines)
        if (kind === 'CLOZE') expect(cardsOfNote('CLOZE', { en: { front, back: '' } }).ords).not.toEqual([])
      }
    }),
    { seed: 4, numRuns: process.env.UNROLL_FULL ? 20_000 : 500 },
  )
})

it('names a heading with more under it than a card holds', () => {
  const { proposals, dropped } = readNotes(
    `# Short\n\nIt is short.\n\n# Endless\n\n${'It goes on. '.repeat(1_100)}\n`,
  )
  expect(proposals.map(({ front }) => front)).toEqual(['Short'])
  expect(dropped).toEqual([{ line: 5, text: 'Endless', why: 'too-long' }])
})

it.each([
  ['nested braces', '{'.repeat(MAX_NOTES_LENGTH)],
  ['spaces before a sign', `|\n${' '.repeat(MAX_NOTES_LENGTH - 10)}x`],
  ['environments', '\\begin{split}x=y\\end{split}'.repeat(10_000)],
  ['dollars', '$a'.repeat(MAX_NOTES_LENGTH / 2)],
  ['bullets', '- a: b\n'.repeat(MAX_NOTES_LENGTH / 7)],
  ['deep bullets', Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth)}- a?`).join('\n')],
])('reads %s in bounded time', (_, text) => {
  const began = processorMillis()
  readNotes(text)
  expect(processorMillis() - began).toBeLessThan(4_000)
})

it('asks as it is written what a paragraph begins with, in both languages', () => {
  const asked = (text: string) =>
    readNotes(text).proposals.flatMap(({ rule, front, back }) => (rule === 'question' ? [[front, back]] : []))
  expect(asked('What is epoch? One pass over the whole training set.')).toEqual([
    ['What is epoch?', 'One pass over the whole training set.'],
  ])
  expect(asked('**What is a batch?** The examples of one step.\nThey are averaged.')).toEqual([
    ['What is a batch?', 'The examples of one step.\nThey are averaged.'],
  ])
  expect(asked('Q: Is a learning rate of 0.5 large? A: For most networks it is.')).toEqual([
    ['Is a learning rate of 0.5 large?', 'For most networks it is.'],
  ])
  expect(asked('什么是过拟合？模型记住了训练集的噪声。')).toEqual([
    ['什么是过拟合？', '模型记住了训练集的噪声。'],
  ])
  expect(asked('什么是 epoch? 对整个训练集的一次遍历。')).toEqual([
    ['什么是 epoch?', '对整个训练集的一次遍历。'],
  ])
  for (const none of [
    'See https://example.org/a?b=cdef for more of this.',
    'It works. But why? Nobody knows it yet.',
    'What is it? And why is it so?',
    '“什么是门？”他问道，没有人回答。',
    '《为什么是深度学习？》是一本书。',
    '这里的**门？**是一个数值。',
    '为什么（真的？）要这样做呢，因为快。',
    'What is `a ? b : c` in C? A ternary expression.',
    '**What is a batch? The examples of one step.** They are averaged.',
  ])
    expect(asked(none), none).toEqual([])
})

it('asks for several in the plural, and for a name without an article', () => {
  const fronts = readNotes(
    [
      'Gates are the numbers that decide what is kept.',
      'Dropout is a way to leave out units at random.',
      'Gradients refer to how much the loss changes with each weight.',
      'The forget gate (遗忘门) is a sigmoid layer that decides.',
    ].join('\n\n'),
  ).proposals.map(({ front, back }) => [front, back])
  expect(fronts).toEqual([
    ['What are Gates?', 'The numbers that decide what is kept.'],
    ['What is Dropout?', 'A way to leave out units at random.'],
    ['What are Gradients?', 'How much the loss changes with each weight.'],
    ['forget gate (遗忘门) 是什么？', 'A sigmoid layer that decides.'],
  ])
})
