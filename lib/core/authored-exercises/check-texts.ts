import type { Bilingual } from '../cells/bilingual'
import type { Locale } from '../content/content'
import { parseFormula } from '../formula-language/parse-formula'
import { AUTHORED_LIMITS, type AuthoredExercise } from './authored-exercise'
import type { ExerciseProblem } from './exercise-problem'
import { isWritten, localesOfExercise } from './locales-of-exercise'
import { findHoles } from './text-holes'
import { textsOfExercise } from './texts-of-exercise'

/** Every text is there in every language of the exercise, and every hole of it names something. */
export function checkTexts(exercise: AuthoredExercise): ExerciseProblem[] {
  const locales = localesOfExercise(exercise)
  if (locales.length === 0) return [{ at: 'title', message: NO_TEXT }]
  const names = namesOf(exercise)
  const problems: ExerciseProblem[] = []
  let holes = 0
  for (const { at, key, text, isNeeded } of textsOfExercise(exercise)) {
    const isAnywhere = locales.some((locale) => isWritten(text[locale]))
    for (const locale of locales) {
      const written = text[locale] ?? ''
      if (!isWritten(written)) {
        if (isNeeded || isAnywhere) problems.push({ at, locale, message: missing(locale, isAnywhere) })
        continue
      }
      if (key === null) continue
      const found = findHoles(written)
      holes += found.length
      for (const { formula, from, to } of found) {
        const message = problemOfHole(formula, names)
        if (message !== null) problems.push({ at, locale, from, to, message })
      }
    }
  }
  if (holes > AUTHORED_LIMITS.holes) problems.push({ at: 'question', message: TOO_MANY_HOLES })
  return problems
}

function namesOf(exercise: AuthoredExercise): Set<string> {
  if (exercise.kind === 'cell') return new Set()
  const { parameters, derived, answers } = exercise
  return new Set([...parameters, ...derived, ...answers].map(({ name }) => name))
}

function problemOfHole(formula: string, names: ReadonlySet<string>): Bilingual | null {
  const parsed = parseFormula(formula)
  if (!parsed.ok) return parsed.problem.message
  const missingName = parsed.value.names.find((name) => !names.has(name))
  if (missingName === undefined) return null
  return {
    en: `Nothing here is called “${missingName}”, so {{${formula}}} has no value.`,
    zh: `没有名为“${missingName}”的量，{{${formula}}} 没有值。`,
  }
}

const NO_TEXT: Bilingual = { en: 'It needs a title.', zh: '请写一个标题。' }
const TOO_MANY_HOLES: Bilingual = {
  en: `The texts put in more than ${AUTHORED_LIMITS.holes} values.`,
  zh: `各段文字里插入的值超过 ${AUTHORED_LIMITS.holes} 个。`,
}

const missing = (locale: Locale, isInTheOther: boolean): Bilingual => {
  if (!isInTheOther) return { en: 'Write something here.', zh: '这里还没有写。' }
  return locale === 'en'
    ? { en: 'The English text is missing.', zh: '缺少英文。' }
    : { en: 'The Chinese text is missing.', zh: '缺少中文。' }
}
