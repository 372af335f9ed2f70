'use client'

import { createContext, useContext } from 'react'
import type { ExerciseProblem } from '@/lib/core/authored-exercises/exercise-problem'
import type { Locale } from '@/lib/core/content/content'

export const FormProblems = createContext<readonly ExerciseProblem[]>([])

/** The first problem at a place of the form: every field asks for its own. */
export function useProblemAt(at: string, locale?: Locale): ExerciseProblem | null {
  const problems = useContext(FormProblems)
  return (
    problems.find(
      (problem) =>
        problem.at === at &&
        (locale === undefined || problem.locale === undefined || problem.locale === locale),
    ) ?? null
  )
}

/** The id of the field at a place, to which a list of problems leads. */
export const idOfPlace = (prefix: string, at: string, locale?: Locale) =>
  [prefix, at.replaceAll('.', '-'), locale ?? ''].filter((part) => part !== '').join('-')
