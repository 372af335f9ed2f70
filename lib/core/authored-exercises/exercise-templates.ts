import type { CellExercise, FormulaExercise } from './authored-exercise'

/** Complete exercises to start from: each is taken as it is, and changed. */
export const GATE_TEMPLATE: FormulaExercise = {
  kind: 'formulas',
  title: { en: 'A gate from its pre-activation', zh: '由预激活值求门' },
  question: {
    en: 'The forget gate’s pre-activation is $a_f = {{a}}$, and the old cell state is $C_{t-1} = {{C_prev}}$. How much of it stays?',
    zh: '遗忘门的预激活值为 $a_f = {{a}}$，旧细胞状态为 $C_{t-1} = {{C_prev}}$。它留下多少？',
  },
  seconds: 60,
  parameters: [
    { name: 'a', kind: 'uniform', low: -3, high: 3, step: 0.01 },
    { name: 'C_prev', tex: 'C_{t-1}', kind: 'uniform', low: -2, high: 2, step: 0.01 },
  ],
  derived: [],
  answers: [
    {
      name: 'f',
      tex: 'f_t',
      label: { en: 'The gate', zh: '门的值' },
      formula: 'sigmoid(a)',
      tolerance: 0.005,
      slips: [
        {
          key: 'flipped-a',
          formula: 'sigmoid(-a)',
          name: { en: 'the sign of a_f flipped', zh: 'a_f 的符号反了' },
          message: {
            en: 'That is $\\sigma(-a_f)$. The sigmoid has a minus in its exponent, $\\sigma(a) = 1/(1+e^{-a})$, and takes $a_f = {{a}}$ as it is.',
            zh: '这是 $\\sigma(-a_f)$。sigmoid 的负号在指数里：$\\sigma(a) = 1/(1+e^{-a})$，代入的就是 $a_f = {{a}}$ 本身。',
          },
        },
        {
          key: 'tanh',
          formula: 'tanh(a)',
          name: { en: 'tanh instead of the sigmoid', zh: '把 sigmoid 用成了 tanh' },
          message: {
            en: 'A gate lies between 0 and 1, so its activation is the sigmoid. The tanh belongs to the candidate.',
            zh: '门的值在 0 与 1 之间，因此用 sigmoid。tanh 用在候选上。',
          },
        },
      ],
      hints: [{ en: 'A gate lies between 0 and 1.', zh: '门的值在 0 与 1 之间。' }],
    },
    {
      name: 'kept',
      tex: 'f_t \\, C_{t-1}',
      label: { en: 'What stays', zh: '留下的部分' },
      formula: 'f * C_prev',
      tolerance: 0.005,
      slips: [
        {
          key: 'forgotten',
          formula: '(1 - f) * C_prev',
          name: { en: 'what is forgotten instead of what stays', zh: '求成了被忘掉的部分' },
          message: {
            en: 'That is what goes: $(1 - f_t)\\,C_{t-1}$. A forget gate of 1 keeps everything.',
            zh: '这是被忘掉的部分：$(1 - f_t)\\,C_{t-1}$。遗忘门为 1 时全部保留。',
          },
        },
      ],
      hints: [{ en: 'The gate multiplies the old state.', zh: '门与旧状态相乘。' }],
    },
  ],
  solution: {
    en: '$$f_t = \\sigma({{a}}) = {{f}}$$\n\nSo $f_t \\, C_{t-1} = {{f}} \\cdot ({{C_prev}}) = {{kept}}$ stays.',
    zh: '$$f_t = \\sigma({{a}}) = {{f}}$$\n\n因此留下 $f_t \\, C_{t-1} = {{f}} \\cdot ({{C_prev}}) = {{kept}}$。',
  },
  tests: [
    { answer: 'f', given: { a: 1, C_prev: 0.5 }, typed: ['0.731'], expect: 'right' },
    { answer: 'f', given: { a: 1, C_prev: 0.5 }, typed: ['0.269'], expect: 'slip', slip: 'flipped-a' },
  ],
}

export const DOT_TEMPLATE: FormulaExercise = {
  kind: 'formulas',
  title: { en: 'A weighted sum', zh: '加权和' },
  question: {
    en: 'One row of the input gate’s weights, its input and its bias are given. Compute the pre-activation $a_i = w \\cdot x + b$.',
    zh: '已知输入门的一行权重、输入和偏置。计算预激活值 $a_i = w \\cdot x + b$。',
  },
  seconds: 60,
  parameters: [
    { name: 'w', kind: 'vector', size: 3, low: -1.5, high: 1.5, step: 0.1 },
    { name: 'x', kind: 'vector', size: 3, low: -1, high: 1, step: 0.1 },
    { name: 'b', kind: 'uniform', low: -0.9, high: 0.9, step: 0.1 },
  ],
  derived: [],
  answers: [
    {
      name: 'a_i',
      label: { en: 'The pre-activation', zh: '预激活值' },
      formula: 'dot(w, x) + b',
      tolerance: 0.005,
      slips: [
        {
          key: 'no-bias',
          formula: 'dot(w, x)',
          name: { en: 'the bias left out', zh: '漏加偏置' },
          message: {
            en: 'The products are right. The bias $b = {{b}}$ is added at the end.',
            zh: '乘积部分是对的，最后还要加上偏置 $b = {{b}}$。',
          },
        },
        {
          key: 'sums-multiplied',
          formula: 'sum(w) * sum(x) + b',
          name: { en: 'the sums multiplied', zh: '先求和再相乘' },
          message: {
            en: 'Each weight goes with its own input: multiply first, then add.',
            zh: '每个权重只与对应的输入相乘：先乘，再加。',
          },
        },
      ],
      hints: [
        { en: 'Multiply entry by entry, and add the products.', zh: '对应分量相乘，再把乘积加起来。' },
        { en: 'The first product is {{w[1] * x[1]}}.', zh: '第一个乘积是 {{w[1] * x[1]}}。' },
      ],
    },
  ],
  solution: {
    en: 'The products are {{w * x}}, their sum is {{dot(w, x)}}, and with the bias it is {{a_i}}.',
    zh: '各乘积为 {{w * x}}，其和为 {{dot(w, x)}}，加上偏置得 {{a_i}}。',
  },
  tests: [
    {
      answer: 'a_i',
      given: { w: [1, 0.5, -1], x: [0.5, 1, 0.2], b: 0.3 },
      typed: ['1.1'],
      expect: 'right',
    },
    {
      answer: 'a_i',
      given: { w: [1, 0.5, -1], x: [0.5, 1, 0.2], b: 0.3 },
      typed: ['0.8'],
      expect: 'slip',
      slip: 'no-bias',
    },
  ],
}

export const ATTENTION_TEMPLATE: FormulaExercise = {
  kind: 'formulas',
  title: { en: 'Attention scores before the softmax', zh: 'softmax 之前的注意力分数' },
  question: {
    en: 'A query and two keys are given; the rows of $K$ are the keys. Compute the scaled scores $s = K q / \\sqrt{d}$.',
    zh: '给出一个查询和两个键，$K$ 的每一行是一个键。计算缩放后的分数 $s = K q / \\sqrt{d}$。',
  },
  seconds: 120,
  parameters: [
    { name: 'q', kind: 'vector', size: 3, low: -2, high: 2, step: 0.5 },
    { name: 'K', kind: 'matrix', rows: 2, columns: 3, low: -2, high: 2, step: 0.5 },
  ],
  derived: [{ name: 'd', formula: 'length(q)' }],
  answers: [
    {
      name: 's',
      label: { en: 'The scores, one for each key', zh: '每个键的分数' },
      formula: 'matvec(K, q) / sqrt(d)',
      tolerance: 0.01,
      slips: [
        {
          key: 'not-scaled',
          formula: 'matvec(K, q)',
          name: { en: 'the scaling left out', zh: '漏除缩放因子' },
          message: {
            en: 'These are the plain dot products. Each is divided by $\\sqrt{d} = \\sqrt{ {{d}} }$.',
            zh: '这是未缩放的点积，还要除以 $\\sqrt{d} = \\sqrt{ {{d}} }$。',
          },
        },
        {
          key: 'by-d',
          formula: 'matvec(K, q) / d',
          name: { en: 'divided by d instead of its root', zh: '除以了 d 而不是它的平方根' },
          message: {
            en: 'The scale is the root: $\\sqrt{ {{d}} } = {{sqrt(d)}}$.',
            zh: '缩放因子是平方根：$\\sqrt{ {{d}} } = {{sqrt(d)}}$。',
          },
        },
      ],
      hints: [
        {
          en: 'Each score is the dot product of one key with the query.',
          zh: '每个分数是一个键与查询的点积。',
        },
      ],
    },
  ],
  solution: {
    en: 'The dot products are {{matvec(K, q)}}. Divided by $\\sqrt{d} = {{sqrt(d)}}$ they are {{s}}.',
    zh: '点积为 {{matvec(K, q)}}，除以 $\\sqrt{d} = {{sqrt(d)}}$ 得 {{s}}。',
  },
  tests: [
    {
      answer: 's',
      given: {
        q: [1, 0, 2],
        K: [
          [1, 1, 1],
          [0, 2, -1],
        ],
      },
      typed: ['3', '-2'],
      expect: 'slip',
      slip: 'not-scaled',
    },
  ],
}

/** A built-in cell with sizes of one's own. */
export const CELL_TEMPLATE: CellExercise = {
  kind: 'cell',
  title: { en: 'An LSTM’s cell state, gates given', zh: '门已给出，求 LSTM 的细胞状态' },
  question: {},
  seconds: 60,
  cell: 'lstm',
  options: {},
  H: 2,
  I: 1,
  T: 1,
  given: ['f', 'i', 'C_tilde'],
  asked: ['C'],
  reach: { matrix: 1.5, vector: 1, x: 1.5, state: 0.9, cellState: 2 },
  form: 'stepwise',
}

/** Nothing yet: for who knows what they want. */
export const EMPTY_EXERCISE: FormulaExercise = {
  kind: 'formulas',
  title: {},
  question: {},
  seconds: 60,
  parameters: [{ name: 'x', kind: 'uniform', low: -1, high: 1, step: 0.1 }],
  derived: [],
  answers: [{ name: 'y', label: {}, formula: '', tolerance: 0.005, slips: [], hints: [] }],
  solution: {},
  tests: [],
}
