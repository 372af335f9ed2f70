import type { NotANumber } from '../../exercises/read-number'
import type { Bilingual } from '../bilingual'
import type { CellForm } from '../cell'
import type { NamedSlip } from './diagnose'
import type { Judgement } from './judge'
import type { Entry } from './own-values'
import type { TypedAnswer } from './typed-answer'

/** One sentence or two on the verdict, in both languages; never the right value. */
export function diagnosisMessage(
  judgement: Judgement,
  explanations: NamedSlip[],
  context: { tolerance: number; taken: readonly Entry[]; form: CellForm; quantity: string },
): Bilingual {
  const entries = context.taken.map((entry) => shown(entry)).join(', ')
  switch (judgement.verdict) {
    case 'empty':
      return { en: 'Nothing has been entered yet.', zh: '还没有填写。' }
    case 'not-a-number':
      return NOT_A_NUMBER[judgement.components.find(({ reason }) => reason)?.reason ?? 'unreadable']
    case 'correct':
      return {
        en: `Correct (within ±${context.tolerance}).`,
        zh: `正确（误差不超过 ±${context.tolerance}）。`,
      }
    case 'coarse':
      return {
        en: 'Right but for rounding: carry three decimals through every step.',
        zh: '方法正确，只是舍入多了：每一步都保留三位小数。',
      }
    case 'follows':
      return {
        en: `Using your ${entries}, ${context.quantity} follows correctly.`,
        zh: `按你填的 ${entries}，${context.quantity} 算得正确。`,
      }
    case 'slip':
    case 'ambiguous': {
      const [first] = explanations
      const own =
        entries === '' ? { en: '', zh: '' } : { en: `With your ${entries}: `, zh: `按你填的 ${entries}：` }
      if (judgement.verdict === 'slip') {
        return {
          en: `${own.en}${capital(first.name.en)}. ${first.explanation.en}`,
          zh: `${own.zh}${first.name.zh}。${first.explanation.zh}`,
        }
      }
      return {
        en: `${own.en}More than one mistake gives this number: ${explanations.map(({ name }) => name.en).join('; ')}.`,
        zh: `${own.zh}有不止一种错误会得到这个数：${explanations.map(({ name }) => name.zh).join('；')}。`,
      }
    }
    case 'unknown':
      return {
        en: 'Not right, and no mistake that we know gives this number. Go through the steps once more.',
        zh: '不对，也不是我们认得的错误。请把步骤再走一遍。',
      }
  }
}

/** Why something is not a number, as a sentence. */
export const NOT_A_NUMBER: Record<NotANumber, Bilingual> = {
  empty: { en: 'Nothing has been entered yet.', zh: '还没有填写。' },
  'too-long': { en: 'That is too long for a number.', zh: '太长了，不像一个数。' },
  'several-numbers': {
    en: 'That is more than one number: one number a box.',
    zh: '这里不止一个数：每个框只填一个数。',
  },
  'mixed-separators': {
    en: 'Both a comma and a point: which is the decimal mark? Use one of them.',
    zh: '既有逗号又有句点，分不清哪个是小数点，请只用一种。',
  },
  unit: { en: 'No unit belongs here, only a number.', zh: '这里不带单位，只填数。' },
  'not-finite': { en: 'That is not a finite number.', zh: '这不是一个有限的数。' },
  unreadable: {
    en: 'That could not be read as a number. 0.62, 0,62, 1/3, 62% and 1e-3 all can.',
    zh: '没能读成一个数。0.62、0,62、1/3、62%、1e-3 这样的写法都可以。',
  },
}

const shown = ({ quantity, answer }: Entry) =>
  `${quantity} = ${answer.length === 1 ? typed(answer[0]) : `(${answer.map(typed).join(', ')})`}`

const typed = (box: TypedAnswer) => String(box).trim().replace(/^-/, '−')

// Words alone: a capital σ is Σ, which is a sum, and a gate f is no F.
const capital = (text: string) => text.replace(/^(?!tanh)[a-z](?=[a-z])/, (letter) => letter.toUpperCase())
