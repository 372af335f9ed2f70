import type { Formula } from '../formula-language/formula'
import { isName } from '../formula-language/names'
import { parseFormula } from '../formula-language/parse-formula'
import type { FormulaExercise } from './authored-exercise'
import { inFormula, type ExerciseProblem } from './exercise-problem'

export type CompiledAnswer = {
  name: string
  formula: Formula
  tolerance: number
  slips: { key: string; formula: Formula }[]
}

/** Every formula read, in the order in which they are computed. */
export type CompiledExercise = {
  definition: FormulaExercise
  derived: { name: string; formula: Formula }[]
  answers: CompiledAnswer[]
}

export type Compilation =
  { ok: true; compiled: CompiledExercise } | { ok: false; problems: ExerciseProblem[] }

const known = new WeakMap<FormulaExercise, Compilation>()

/** Reads the formulas of an exercise, once; whatever is wrong with them and with the names comes back at its place. */
export function compileExercise(definition: FormulaExercise): Compilation {
  const found = known.get(definition) ?? compile(definition)
  known.set(definition, found)
  return found
}

function compile(definition: FormulaExercise): Compilation {
  const problems: ExerciseProblem[] = []
  const names = new Set<string>()

  const name = (at: string, value: string) => {
    if (value === '') {
      problems.push({ at, message: { en: 'It needs a name, such as z.', zh: '请起一个名称，例如 z。' } })
    } else if (!isName(value)) {
      problems.push({
        at,
        message: {
          en: `“${value}” cannot be a name: letters, digits and “_”, a letter first, at most 40, and no function’s name.`,
          zh: `“${value}”不能用作名称：只能用字母、数字和“_”，以字母开头，最多 40 个字符，且不能是函数名。`,
        },
      })
    } else if (names.has(value)) {
      problems.push({
        at,
        message: { en: `“${value}” is the name of something above.`, zh: `上面已经有名为“${value}”的量。` },
      })
    }
    names.add(value)
  }

  const formula = (at: string, text: string): Formula[] => {
    const parsed = parseFormula(text)
    if (!parsed.ok) {
      problems.push(inFormula(at, parsed.problem))
      return []
    }
    const missing = parsed.value.names.find((each) => !names.has(each))
    if (missing === undefined) return [parsed.value]
    const { from, to } = placeOfName(parsed.value, missing)
    const there = [...names].filter(isName).join(', ')
    problems.push({
      at,
      from,
      to,
      message: {
        en: `Nothing above is called “${missing}”.${there === '' ? '' : ` There are: ${there}.`}`,
        zh: `上面没有名为“${missing}”的量。${there === '' ? '' : `可用的有：${there}。`}`,
      },
    })
    return []
  }

  definition.parameters.forEach((parameter, n) => name(`parameters.${n}.name`, parameter.name))
  const derived = definition.derived.flatMap((each, n) => {
    const read = formula(`derived.${n}.formula`, each.formula)
    name(`derived.${n}.name`, each.name)
    return read.map((one) => ({ name: each.name, formula: one }))
  })
  const answers = definition.answers.flatMap((each, n): CompiledAnswer[] => {
    const read = formula(`answers.${n}.formula`, each.formula)
    name(`answers.${n}.name`, each.name)
    const slips = each.slips.flatMap((slip, s) =>
      // A slip may start from the right answer: 1 - z.
      formula(`answers.${n}.slips.${s}.formula`, slip.formula).map((one) => ({
        key: slip.key,
        formula: one,
      })),
    )
    return read.map((one) => ({ name: each.name, formula: one, tolerance: each.tolerance, slips }))
  })
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, compiled: { definition, derived, answers } }
}

/** Where a name first stands as a whole word. */
function placeOfName({ text }: Formula, name: string): { from: number; to: number } {
  const isPart = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}_]/u.test(character)
  for (let from = text.indexOf(name); from !== -1; from = text.indexOf(name, from + 1)) {
    const to = from + name.length
    if (!isPart(text[from - 1]) && !isPart(text[to])) return { from, to }
  }
  return { from: 0, to: text.length }
}
