import { sigmoidOf } from '../../cells/activation'
import type { Choice, ExerciseModule, Given, Posed } from '../exercise'
import type { RandomStream } from '../random-stream'

const GATES = [
  { isKept: true, isWritten: false },
  { isKept: false, isWritten: true },
  { isKept: true, isWritten: true },
  { isKept: false, isWritten: false },
]

const numberOf = (given: Given, name: string): number => {
  const value = given[name]
  if (typeof value !== 'number') throw new RangeError(`${name} is missing from a kept variant`)
  return value
}

const nearly = (value: number) => `\\approx ${value.toFixed(2)}`

function pose(given: Given): Posed {
  const [aF, aI, old, candidate] = ['a_f', 'a_i', 'C_previous', 'C_tilde'].map((name) =>
    numberOf(given, name),
  )
  const [f, i] = [sigmoidOf(aF), sigmoidOf(aI)]
  const valueOf = ({ isKept, isWritten }: (typeof GATES)[number]) =>
    (isKept ? old : 0) + (isWritten ? candidate : 0)
  // By size, so that a place says nothing.
  const bySize = [...GATES].sort((a, b) => valueOf(a) - valueOf(b))
  const choices = bySize.map((gates): Choice => {
    const { isKept, isWritten } = gates
    return {
      id: `${isKept ? 'kept' : 'forgotten'}-${isWritten ? 'written' : 'not-written'}`,
      label: { en: '', zh: '' },
      tex: `C_t ${nearly(valueOf(gates))}`,
      explanation: {
        en: `That is C_t with the forget gate ${isKept ? 'open' : 'shut'} and the input gate ${isWritten ? 'open' : 'shut'}.`,
        zh: `那是遗忘门${isKept ? '开' : '关'}、输入门${isWritten ? '开' : '关'}时的 C_t。`,
      },
    }
  })
  const right = `${f > 0.5 ? 'kept' : 'forgotten'}-${i > 0.5 ? 'written' : 'not-written'}`
  const values = [old, candidate, old + candidate, 0]
  const isClear = values.every((a, k) => values.every((b, j) => j === k || Math.abs(a - b) >= 0.3))
  return {
    prompt: {
      en: 'Both gates are saturated. Without a calculator: what is the new cell state?',
      zh: '两个门都已饱和。不用计算器：新的细胞状态是多少？',
    },
    formulas: ['C_t = f_t * C_{t-1} + i_t * \\tilde{C}_t'],
    given: [
      { tex: 'a^f_t', rows: [[aF]] },
      { tex: 'a^i_t', rows: [[aI]] },
      { tex: 'C_{t-1}', rows: [[old]] },
      { tex: '\\tilde{C}_t', rows: [[candidate]] },
    ],
    tasks: [
      {
        kind: 'choice',
        id: 'cell-state',
        prompt: {
          en: 'What is the new cell state, to a good approximation?',
          zh: '新的细胞状态大约是多少？',
        },
        choices,
        right,
        hints: [
          {
            en: 'σ of a large number is nearly 1, of a large negative one nearly 0.',
            zh: '很大的数取 σ 接近 1，很小的负数取 σ 接近 0。',
          },
          {
            en: `The forget gate is nearly ${f > 0.5 ? '1: the old cell state stays' : '0: the old cell state goes'}.`,
            zh: `遗忘门接近 ${f > 0.5 ? '1：旧细胞状态留下' : '0：旧细胞状态清空'}。`,
          },
          {
            en: `The input gate is nearly ${i > 0.5 ? '1: the candidate is written whole' : '0: nothing is written'}.`,
            zh: `输入门接近 ${i > 0.5 ? '1：候选整个写入' : '0：什么也不写入'}。`,
          },
        ],
      },
    ],
    sheet: null,
    isClear,
  }
}

function draw(stream: (part: string) => RandomStream): Given {
  const saturated = (part: string) => {
    const random = stream(part)
    return random.onGrid(6, 9.9, 0.1) * random.pick([1, -1])
  }
  const away = (part: string, low: number, high: number) => {
    const random = stream(part)
    return random.onGrid(low, high, 0.01) * random.pick([1, -1])
  }
  return {
    a_f: saturated('a_f'),
    a_i: saturated('a_i'),
    C_previous: away('C_previous', 0.5, 2.5),
    C_tilde: away('C_tilde', 0.3, 0.9),
  }
}

export const saturatedGate: ExerciseModule = {
  id: 'saturated-gate',
  generatorVersion: 1,
  group: 'judgement',
  name: { en: 'Read a saturated gate', zh: '读饱和的门' },
  about: {
    en: 'Large pre-activations make gates into switches: no calculator is needed.',
    zh: '预激活很大时，门就成了开关，用不着计算器。',
  },
  rungs: [{ name: { en: 'two gates', zh: '两个门' }, seconds: 20 }],
  listVariants: null,
  draw,
  pose,
}
