'use client'

import { useEffect, useMemo, useState } from 'react'
import type { AuthoredExercise } from '@/lib/core/authored-exercises/authored-exercise'
import { checkExercise } from '@/lib/core/authored-exercises/check-exercise'
import type { ExerciseProblem } from '@/lib/core/authored-exercises/exercise-problem'
import type { ExerciseTexts } from '@/lib/core/authored-exercises/exercise-texts'

type Renderer = typeof import('@/lib/authoring/render-authored-exercise')

export type RenderedForm = {
  texts: ExerciseTexts | null
  formulas: Record<string, string>
  problems: ExerciseProblem[]
}

/**
 * The exercise as a save would render and check it, by the same code. The Markdown renderer comes after the page:
 * until it is there only what needs no rendering is checked.
 */
export function useRendered(exercise: AuthoredExercise): RenderedForm {
  const [renderer, setRenderer] = useState<Renderer | null>(null)
  useEffect(() => void import('@/lib/authoring/render-authored-exercise').then(setRenderer), [])
  return useMemo(() => {
    if (renderer === null) return { texts: null, formulas: {}, problems: checkExercise(exercise) }
    const { texts = null, formulas, problems = [] } = renderer.renderAuthoredExercise(exercise)
    return { texts, formulas, problems }
  }, [renderer, exercise])
}
