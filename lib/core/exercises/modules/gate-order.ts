import type { Bilingual } from '../../cells/bilingual'
import type { ExerciseModule, Given, OrderTask, Posed } from '../exercise'

type Item = OrderTask['items'][number]

type OrderQuestion = {
  id: string
  rung: number
  prompt: Bilingual
  right: string[]
  knownWrong: string[]
  hints: Bilingual[]
}

const ITEMS: Record<string, Item> = {
  f: { id: 'f', tex: 'f', label: { en: 'forget gate', zh: '遗忘门' } },
  i: { id: 'i', tex: 'i', label: { en: 'input gate', zh: '输入门' } },
  o: { id: 'o', tex: 'o', label: { en: 'output gate', zh: '输出门' } },
  c: { id: 'c', tex: '\\tilde{C}', label: { en: 'candidate', zh: '候选' } },
  z: { id: 'z', tex: 'z', label: { en: 'update gate', zh: '更新门' } },
  r: { id: 'r', tex: 'r', label: { en: 'reset gate', zh: '重置门' } },
  n: { id: 'n', tex: '\\tilde{h}', label: { en: 'candidate', zh: '候选' } },
  h: { id: 'h', tex: 'h', label: { en: 'new hidden state', zh: '新隐状态' } },
}

/** Orders that are right somewhere else. */
const KNOWN: Record<string, { order: string[]; name: Bilingual }> = {
  acting: { order: ['f', 'i', 'c', 'o'], name: { en: 'the order of acting', zh: '起作用的顺序' } },
  pytorch: {
    order: ['i', 'f', 'c', 'o'],
    name: { en: 'PyTorch’s and Keras’ order', zh: 'PyTorch 与 Keras 的顺序' },
  },
  onnx: { order: ['i', 'o', 'f', 'c'], name: { en: 'ONNX’s order', zh: 'ONNX 的顺序' } },
  pytorchGru: { order: ['r', 'z', 'n'], name: { en: 'PyTorch’s order', zh: 'PyTorch 的顺序' } },
  kerasGru: { order: ['z', 'r', 'n'], name: { en: 'Keras’ and ONNX’s order', zh: 'Keras 与 ONNX 的顺序' } },
}

const storage = (
  id: string,
  framework: string,
  cell: string,
  right: string[],
  knownWrong: string[],
): OrderQuestion => ({
  id,
  rung: 2,
  prompt: {
    en: `In which order does ${framework} store the blocks of an ${cell}’s weights?`.replace(
      'an GRU',
      'a GRU',
    ),
    zh: `${framework} 按什么顺序存放 ${cell} 的各块权重？`,
  },
  right,
  knownWrong,
  hints: [
    {
      en: 'Storage follows no order of computing: it is a convention of each framework.',
      zh: '存放顺序与计算顺序无关，只是各框架的约定。',
    },
    { en: `It begins with ${ITEMS[right[0]].label.en}.`, zh: `第一块是${ITEMS[right[0]].label.zh}。` },
    {
      en: `It begins with ${ITEMS[right[0]].label.en}, then ${ITEMS[right[1]].label.en}.`,
      zh: `前两块依次是${ITEMS[right[0]].label.zh}、${ITEMS[right[1]].label.zh}。`,
    },
  ],
})

const QUESTIONS: OrderQuestion[] = [
  {
    id: 'lstm-acting',
    rung: 1,
    prompt: {
      en: 'Within one LSTM step, in which order do the gates act on the memory?',
      zh: '在 LSTM 的一步之内，各个门按什么顺序作用于记忆？',
    },
    right: ['f', 'i', 'o'],
    knownWrong: [],
    hints: [
      { en: 'Follow the cell state from left to right.', zh: '沿着细胞状态从左往右看。' },
      { en: 'First something is let go, then something is written.', zh: '先放掉一些，再写入一些。' },
      { en: 'The forget gate is first.', zh: '遗忘门在最前。' },
    ],
  },
  {
    id: 'gru-computing',
    rung: 1,
    prompt: {
      en: 'Within one GRU step, in which order must these be computed?',
      zh: '在 GRU 的一步之内，这几个量必须按什么顺序计算？',
    },
    right: ['r', 'n', 'h'],
    knownWrong: [],
    hints: [
      { en: 'Look at what each formula reads.', zh: '看每个公式用到了什么。' },
      { en: 'The new state is a mix that needs the candidate.', zh: '新状态是混合，需要先有候选。' },
      { en: 'The reset gate is first.', zh: '重置门在最前。' },
    ],
  },
  storage('pytorch-lstm', 'PyTorch', 'LSTM', ['i', 'f', 'c', 'o'], ['acting', 'onnx']),
  storage('keras-lstm', 'Keras', 'LSTM', ['i', 'f', 'c', 'o'], ['acting', 'onnx']),
  storage('onnx-lstm', 'ONNX', 'LSTM', ['i', 'o', 'f', 'c'], ['acting', 'pytorch']),
  storage('pytorch-gru', 'PyTorch', 'GRU', ['r', 'z', 'n'], ['kerasGru']),
  storage('keras-gru', 'Keras', 'GRU', ['z', 'r', 'n'], ['pytorchGru']),
  storage('onnx-gru', 'ONNX', 'GRU', ['z', 'r', 'n'], ['pytorchGru']),
]

function permutations<T>(items: T[]): T[][] {
  if (items.length <= 1) return [items]
  return items.flatMap((first, k) =>
    permutations([...items.slice(0, k), ...items.slice(k + 1)]).map((rest) => [first, ...rest]),
  )
}

/** Every question of a rung, with every first arrangement but the right one. */
function listVariants(rung: number): Given[] {
  return QUESTIONS.filter((question) => question.rung === rung).flatMap(({ id, right }) =>
    permutations(right)
      .filter((order) => order.join() !== right.join())
      .map((shownFirst) => ({ question: id, shownFirst })),
  )
}

function pose(given: Given): Posed {
  const question = QUESTIONS.find(({ id }) => id === given.question)
  const shownFirst = given.shownFirst
  if (question === undefined || !Array.isArray(shownFirst)) throw new RangeError('No such question of order')
  const task: OrderTask = {
    kind: 'order',
    id: 'order',
    prompt: question.prompt,
    items: shownFirst.map((id: unknown) => ITEMS[String(id)]),
    right: question.right,
    knownWrong: question.knownWrong.map((id) => ({
      id: `order_${id}`,
      order: KNOWN[id].order,
      name: KNOWN[id].name,
      explanation: {
        en: `That is ${KNOWN[id].name.en}.`,
        zh: `那是${KNOWN[id].name.zh}。`,
      },
    })),
    hints: question.hints,
  }
  return { prompt: question.prompt, formulas: [], given: [], tasks: [task], sheet: null }
}

export const gateOrder: ExerciseModule = {
  id: 'gate-order',
  generatorVersion: 1,
  group: 'judgement',
  name: { en: 'The order of the gates', zh: '门的顺序' },
  about: {
    en: 'The order in which gates act, and the orders in which frameworks store them.',
    zh: '门起作用的顺序，以及各框架存放它们的顺序。',
  },
  rungs: [
    { name: { en: 'acting', zh: '起作用' }, seconds: 15 },
    { name: { en: 'storing', zh: '存放' }, seconds: 25 },
  ],
  listVariants,
  draw: (stream, rung) => stream('variant').pick(listVariants(rung)),
  pose,
}
