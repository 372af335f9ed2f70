import { exerciseFormText } from '../_text/exercise-form'
import type { Locale } from '@/lib/core/content/content'

type Words = (typeof exerciseFormText)[Locale]

/** A place of the form in words: answers.0.slips.1.message is "Answer 1 › Mistake 2 › Say to the learner". */
export function placeName(at: string, text: Words): string {
  const parts = at.split('.')
  const names: string[] = []
  for (let k = 0; k < parts.length; k++) {
    const part = parts[k]
    const n = Number(parts[k + 1]) + 1
    const inSlip = parts.includes('slips')
    if (part === 'answers' && n) names.push(text.answer(n))
    else if (part === 'slips' && n) names.push(text.slip(n))
    else if (part === 'hints' && n) names.push(text.hint(n))
    else if (part === 'parameters' && n) names.push(text.nth(text.parameter, n))
    else if (part === 'derived' && n) names.push(text.nth(text.derivedOne, n))
    else if (part === 'tests' && n) names.push(text.nth(text.tests, n))
    else if (/^\d+$/.test(part)) continue
    else names.push(fieldName(part, inSlip, parts[0] === 'answers', text))
  }
  return names.filter((name) => name !== '').join(' › ')
}

function fieldName(part: string, inSlip: boolean, inAnswer: boolean, text: Words): string {
  switch (part) {
    case 'title':
      return text.title
    case 'question':
      return text.question
    case 'solution':
      return text.solution
    case 'parameters':
      return text.drawn
    case 'answers':
    case 'asked':
      return text.asked
    case 'given':
      return text.quantities
    case 'reach':
      return text.reach
    case 'cell':
      return text.cell
    case 'variants':
      return text.variants
    case 'formula':
      return inSlip ? text.slipFormula : inAnswer ? text.rightFormula : text.formula
    case 'name':
      return inSlip ? text.slipName : text.name
    case 'message':
      return text.slipMessage
    case 'label':
      return text.label
    case 'low':
      return text.low
    case 'high':
      return text.high
    case 'step':
      return text.step
    case 'values':
      return text.values
    case 'tex':
      return text.tex
    case 'tolerance':
      return text.tolerance
    default:
      return ''
  }
}
