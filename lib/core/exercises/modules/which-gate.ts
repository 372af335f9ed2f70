import { tanhOf } from '../../cells/activation'
import type { Bilingual } from '../../cells/bilingual'
import type { Choice, ExerciseModule, Given, Posed, ShownLine } from '../exercise'
import type { RandomStream } from '../random-stream'

type Regime = { id: string; label: Bilingual; explanation: Bilingual }

/** Which gate is shut; the others are open. */
const LSTM_REGIMES: (Regime & { shut: 'f' | 'i' | 'o' | null })[] = [
  {
    id: 'f-shut',
    shut: 'f',
    label: { en: 'the forget gate is nearly shut', zh: '遗忘门几乎关闭' },
    explanation: {
      en: 'With f near 0 nothing of the old cell state is left: C_t is nearly the candidate.',
      zh: 'f 接近 0 时，旧细胞状态什么也不剩，C_t 差不多就是候选。',
    },
  },
  {
    id: 'i-shut',
    shut: 'i',
    label: { en: 'the input gate is nearly shut', zh: '输入门几乎关闭' },
    explanation: {
      en: 'With i near 0 nothing is written: C_t is nearly the old cell state.',
      zh: 'i 接近 0 时什么也不写入，C_t 差不多就是旧细胞状态。',
    },
  },
  {
    id: 'o-shut',
    shut: 'o',
    label: { en: 'the output gate is nearly shut', zh: '输出门几乎关闭' },
    explanation: {
      en: 'With o near 0 the memory is kept but not shown: h_t is nearly 0.',
      zh: 'o 接近 0 时，记忆还在，只是不输出：h_t 接近 0。',
    },
  },
  {
    id: 'all-open',
    shut: null,
    label: { en: 'none: all three are nearly open', zh: '都没有：三个门几乎全开' },
    explanation: {
      en: 'With all open, C_t is nearly the sum of old state and candidate, and h_t nearly its tanh.',
      zh: '全开时，C_t 差不多是旧状态与候选之和，h_t 差不多是它的 tanh。',
    },
  },
]

const GRU_REGIMES: (Regime & { low: number; high: number })[] = [
  {
    id: 'z-shut',
    low: 0.01,
    high: 0.05,
    label: { en: 'z is near 0', zh: 'z 接近 0' },
    explanation: {
      en: 'In the notes’ convention z near 0 keeps the old state.',
      zh: '按笔记的写法，z 接近 0 就保留旧状态。',
    },
  },
  {
    id: 'z-open',
    low: 0.95,
    high: 0.99,
    label: { en: 'z is near 1', zh: 'z 接近 1' },
    explanation: {
      en: 'In the notes’ convention z near 1 takes the candidate.',
      zh: '按笔记的写法，z 接近 1 就换成候选。',
    },
  },
  {
    id: 'z-half',
    low: 0.45,
    high: 0.55,
    label: { en: 'z is about one half', zh: 'z 大约是一半' },
    explanation: { en: 'Half and half: h_t lies midway between the two.', zh: '各占一半：h_t 在两者正中。' },
  },
]

const numberOf = (given: Given, name: string): number => {
  const value = given[name]
  if (typeof value !== 'number') throw new RangeError(`${name} is missing from a kept variant`)
  return value
}

const line = (id: string, tex: string, value: number): ShownLine => ({
  id,
  tex,
  step: 0,
  values: [Number(value.toFixed(3))],
})

const asChoice = ({ id, label, explanation }: Regime): Choice => ({ id, label, explanation })

function poseLstm(given: Given): Posed {
  const regime = LSTM_REGIMES.find(({ id }) => id === given.regime) ?? LSTM_REGIMES[0]
  const [old, candidate] = [numberOf(given, 'C_previous'), numberOf(given, 'C_tilde')]
  const [f, i, o] = ['f', 'i', 'o'].map((gate) => numberOf(given, gate))
  const C = f * old + i * candidate
  return {
    prompt: {
      en: 'The gates of this LSTM step are hidden. What do the states tell about them?',
      zh: '这一步 LSTM 的门被盖住了。从状态能看出什么？',
    },
    formulas: ['C_t = f_t * C_{t-1} + i_t * \\tilde{C}_t', 'h_t = o_t * \\tanh(C_t)'],
    given: [
      { tex: 'C_{t-1}', rows: [[old]] },
      { tex: '\\tilde{C}_t', rows: [[candidate]] },
    ],
    shown: [line('C', 'C_t', C), line('h', 'h_t', o * tanhOf(C))],
    tasks: [
      {
        kind: 'choice',
        id: 'gate',
        prompt: { en: 'Which gate is nearly shut?', zh: '哪个门几乎关着？' },
        choices: LSTM_REGIMES.map(asChoice),
        right: regime.id,
        hints: [
          {
            en: 'Compare C_t with C_{t-1}, with the candidate, and with their sum.',
            zh: '把 C_t 分别与 C_{t-1}、候选、两者之和比较。',
          },
          { en: 'Then compare h_t with tanh(C_t).', zh: '再把 h_t 与 tanh(C_t) 比较。' },
          regime.id === 'o-shut'
            ? { en: 'The cell state moved as it should: look at h_t.', zh: '细胞状态没有问题，看 h_t。' }
            : { en: 'h_t shows what C_t is: look at C_t.', zh: 'h_t 如实反映了 C_t，看 C_t。' },
        ],
      },
    ],
    sheet: null,
  }
}

function poseGru(given: Given): Posed {
  const regime = GRU_REGIMES.find(({ id }) => id === given.regime) ?? GRU_REGIMES[0]
  const [old, candidate, z] = ['h_previous', 'h_tilde', 'z'].map((name) => numberOf(given, name))
  return {
    prompt: {
      en: 'The update gate of this GRU step is hidden (the notes’ convention). What do the states tell about it?',
      zh: '这一步 GRU 的更新门被盖住了（按笔记的写法）。从状态能看出什么？',
    },
    formulas: ['h_t = (1 - z_t) * h_{t-1} + z_t * \\tilde{h}_t'],
    given: [
      { tex: 'h_{t-1}', rows: [[old]] },
      { tex: '\\tilde{h}_t', rows: [[candidate]] },
    ],
    shown: [line('h', 'h_t', (1 - z) * old + z * candidate)],
    tasks: [
      {
        kind: 'choice',
        id: 'gate',
        prompt: { en: 'What is the update gate?', zh: '更新门是多少？' },
        choices: GRU_REGIMES.map(asChoice),
        right: regime.id,
        hints: [
          { en: 'h_t lies between the old state and the candidate.', zh: 'h_t 在旧状态与候选之间。' },
          { en: 'Which of the two is it closer to?', zh: '它离哪一个更近？' },
          {
            en: 'In the notes’ convention z is the candidate’s share.',
            zh: '按笔记的写法，z 是候选所占的比例。',
          },
        ],
      },
    ],
    sheet: null,
    isClear: Math.abs(old - candidate) >= 0.5,
  }
}

function draw(stream: (part: string) => RandomStream, rung: number): Given {
  const away = (part: string, low: number, high: number) => {
    const random = stream(part)
    return random.onGrid(low, high, 0.001) * random.pick([1, -1])
  }
  if (rung === 1) {
    const { id, shut } = stream('regime').pick(LSTM_REGIMES)
    const gate = (name: string) =>
      name === shut ? stream(name).onGrid(0.01, 0.05, 0.01) : stream(name).onGrid(0.9, 0.98, 0.01)
    return {
      regime: id,
      f: gate('f'),
      i: gate('i'),
      o: gate('o'),
      C_previous: away('C_previous', 0.8, 2),
      C_tilde: away('C_tilde', 0.4, 0.9),
    }
  }
  const { id, low, high } = stream('regime').pick(GRU_REGIMES)
  return {
    regime: id,
    z: stream('z').onGrid(low, high, 0.01),
    h_previous: away('h_previous', 0, 0.95),
    h_tilde: away('h_tilde', 0, 0.95),
  }
}

export const whichGate: ExerciseModule = {
  id: 'which-gate',
  generatorVersion: 1,
  group: 'judgement',
  name: { en: 'Which gate did this?', zh: '是哪个门干的？' },
  about: { en: 'Read the gates off what happened to the states.', zh: '从状态的变化反推门的开合。' },
  rungs: [
    { name: { en: 'LSTM', zh: 'LSTM' }, seconds: 30 },
    { name: { en: 'GRU', zh: 'GRU' }, seconds: 25 },
  ],
  listVariants: null,
  draw,
  pose: (given, rung) => (rung === 1 ? poseLstm(given) : poseGru(given)),
}
