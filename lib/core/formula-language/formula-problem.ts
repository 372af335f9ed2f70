import type { Bilingual } from '../cells/bilingual'

/** A stretch of a formula's text, in characters from 0; `to` is not included. */
export type Span = { from: number; to: number }

export type FormulaProblemCode =
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'too-many-parts'
  | 'too-much-work'
  | 'too-large'
  | 'unreadable'
  | 'unexpected'
  | 'unclosed'
  | 'number-unreadable'
  | 'operand-missing'
  | 'two-formulas'
  | 'text'
  | 'property'
  | 'question-mark'
  | 'not-a-function'
  | 'name-too-long'
  | 'unknown-function'
  | 'unknown-name'
  | 'function-without-brackets'
  | 'argument-count'
  | 'list-empty'
  | 'list-ragged'
  | 'shapes-differ'
  | 'wrong-shape'
  | 'index-out-of-range'
  | 'index-of-number'
  | 'division-by-zero'
  | 'not-finite'

/** Why a formula cannot be read or computed: where, and a sentence in both languages. */
export type FormulaProblem = Span & { code: FormulaProblemCode; message: Bilingual }

export type FormulaOutcome<T> = { ok: true; value: T } | { ok: false; problem: FormulaProblem }

const MESSAGES: Record<FormulaProblemCode, (detail: string, more: string) => Bilingual> = {
  empty: () => ({ en: 'A formula is missing here.', zh: '这里缺少公式。' }),
  'too-long': (most) => ({
    en: `A formula has at most ${most} characters. Make a derived value of a part of it.`,
    zh: `公式最多 ${most} 个字符。可以把其中一部分写成中间量。`,
  }),
  'too-deep': () => ({
    en: 'Too many brackets inside one another. Make a derived value of the inner part.',
    zh: '括号嵌套过深。可以把里层写成中间量。',
  }),
  'too-many-parts': () => ({
    en: 'The formula has too many parts. Make a derived value of some of them.',
    zh: '公式的组成部分过多。可以把一些部分写成中间量。',
  }),
  'too-much-work': () => ({
    en: 'This takes too many steps to compute. Use smaller vectors or matrices.',
    zh: '计算步骤过多。请使用更小的向量或矩阵。',
  }),
  'too-large': (most) => ({
    en: `A vector has at most ${most} entries, and a matrix at most 400 in all.`,
    zh: `向量最多 ${most} 个分量，矩阵总共最多 400 个元素。`,
  }),
  unreadable: () => ({ en: 'This cannot be read as a formula.', zh: '这里无法读作公式。' }),
  unexpected: (character) => ({
    en: `“${character}” does not belong here.`,
    zh: `这里不该出现“${character}”。`,
  }),
  unclosed: (bracket) => ({
    en: `A bracket is open: “${bracket}” is missing.`,
    zh: `括号没有配对：缺少“${bracket}”。`,
  }),
  'number-unreadable': () => ({
    en: 'This is not a number. Write 0.5, 2 or 1e-3; a name does not begin with a digit, and a product needs a “*”.',
    zh: '这不是一个数。请写成 0.5、2 或 1e-3；名称不能以数字开头，乘法要写出“*”。',
  }),
  'operand-missing': (sign) => ({
    en: `Something is missing after “${sign}”.`,
    zh: `“${sign}”后面缺少内容。`,
  }),
  'two-formulas': () => ({
    en: 'Two formulas stand side by side. Between them belongs a sign such as “*” or “+”.',
    zh: '两个式子之间缺少运算符，例如“*”或“+”。',
  }),
  text: () => ({
    en: 'Text in quotation marks does not belong in a formula.',
    zh: '公式里不能有带引号的文字。',
  }),
  property: () => ({
    en: 'A point only stands inside a number. An entry of a vector is v[1], of a matrix W[1][2].',
    zh: '点号只能用作小数点。向量的分量写作 v[1]，矩阵的元素写作 W[1][2]。',
  }),
  'question-mark': () => ({
    en: 'A choice is written if(condition, then, otherwise).',
    zh: '条件请写成 if(条件, 成立时的值, 否则的值)。',
  }),
  'not-a-function': () => ({
    en: 'Only a function has brackets directly after it. A product needs a “*”.',
    zh: '只有函数名后面可以直接跟括号。乘法要写出“*”。',
  }),
  'name-too-long': (most) => ({
    en: `A name has at most ${most} characters.`,
    zh: `名称最多 ${most} 个字符。`,
  }),
  'unknown-function': (name, known) => ({
    en: `There is no function “${name}”. There are: ${known}.`,
    zh: `没有函数“${name}”。可用的函数：${known}。`,
  }),
  'unknown-name': (name, known) => ({
    en: `Nothing here is called “${name}”.${known === '' ? '' : ` There are: ${known}.`}`,
    zh: `没有名为“${name}”的量。${known === '' ? '' : `可用的有：${known}。`}`,
  }),
  'function-without-brackets': (name) => ({
    en: `“${name}” is a function: write ${name}(…).`,
    zh: `“${name}”是函数，请写成 ${name}(…)。`,
  }),
  'argument-count': (name, wanted) => ({
    en: `${name} takes ${wanted} in its brackets.`,
    zh: `${name} 的括号里要有 ${wanted} 个值。`,
  }),
  'list-empty': () => ({ en: 'A vector has at least one entry.', zh: '向量至少要有一个分量。' }),
  'list-ragged': () => ({
    en: 'Square brackets hold either numbers or rows of the same length.',
    zh: '方括号里要么都是数，要么是长度相同的行。',
  }),
  'shapes-differ': (left, right) => ({
    en: `These do not fit together: ${left} and ${right}. A matrix times a vector is matvec(W, x).`,
    zh: `两者的形状不合：${left} 与 ${right}。矩阵乘向量请写 matvec(W, x)。`,
  }),
  'wrong-shape': (name, wanted) => ({
    en: `${name} needs ${SHAPES[wanted]?.en ?? wanted}.`,
    zh: `${name} 需要${SHAPES[wanted]?.zh ?? wanted}。`,
  }),
  'index-out-of-range': (length) => ({
    en: `Entries are counted from 1 to ${length}, in whole numbers.`,
    zh: `序号是 1 到 ${length} 的整数。`,
  }),
  'index-of-number': () => ({
    en: 'Only a vector or a matrix has entries.',
    zh: '只有向量和矩阵才有分量。',
  }),
  'division-by-zero': () => ({
    en: 'This divides by zero for some of the numbers that are drawn.',
    zh: '对某些抽到的数，这里会除以零。',
  }),
  'not-finite': () => ({
    en: 'For some of the numbers that are drawn this has no finite value (a root or logarithm of a negative number, or something too large).',
    zh: '对某些抽到的数，这里没有有限的值（例如负数开方、负数取对数，或结果过大）。',
  }),
}

/** What a function may need, by a short name. */
const SHAPES: Record<string, Bilingual | undefined> = {
  vectors: { en: 'two vectors of the same length', zh: '两个长度相同的向量' },
  vector: { en: 'a vector', zh: '一个向量' },
  'two-vectors': { en: 'two vectors', zh: '两个向量' },
  'matrix-vector': {
    en: 'a matrix and a vector with as many entries as the matrix has columns',
    zh: '一个矩阵和一个分量数等于矩阵列数的向量',
  },
  matrix: { en: 'a matrix', zh: '一个矩阵' },
  number: { en: 'a number', zh: '一个数' },
  'numbers-or-vectors': { en: 'numbers or vectors', zh: '数或向量' },
  decimals: { en: 'a whole number of decimals from 0 to 10', zh: '0 到 10 之间的整数作为小数位数' },
}

/** The formula language's only error. It never leaves this folder: what is exported answers with an outcome. */
export class FormulaFault extends Error {
  constructor(
    readonly code: FormulaProblemCode,
    readonly span: Span | null,
    private readonly detail = '',
    private readonly more = '',
  ) {
    super(code)
  }

  /** The same fault, placed where it is not placed yet. */
  at(span: Span): FormulaFault {
    return this.span === null ? new FormulaFault(this.code, span, this.detail, this.more) : this
  }

  toProblem(): FormulaProblem {
    const { from, to } = this.span ?? { from: 0, to: 0 }
    return { code: this.code, from, to, message: MESSAGES[this.code](this.detail, this.more) }
  }
}

/** Runs what may throw a fault, and answers with its problem. Anything else that is thrown is a bug and goes on. */
export function outcomeOf<T>(work: () => T): FormulaOutcome<T> {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    if (error instanceof FormulaFault) return { ok: false, problem: error.toProblem() }
    throw error
  }
}
