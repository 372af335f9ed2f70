'use client'

import { useId } from 'react'
import type { Exercise } from '@/lib/core/exercises/exercise'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { Formula } from '../_lab/formula'
import { shown } from '@/lib/core/lab/shown'
import { exerciseText } from '../_text/exercise'
import { CardSide } from '../_ui/card-side'
import './exercise.css'
import { NumberBlock } from './number-block'
import { Words } from './words'

/** What is asked, with the numbers to compute from. */
export function ExerciseQuestion({
  exercise,
  formulas,
}: {
  exercise: Exercise
  formulas: Record<string, string>
}) {
  const text = useText(exerciseText)
  const locale = useLocale()
  const shownId = useId()
  return (
    <>
      {exercise.html && exercise.html.question[locale] !== '' ? (
        <CardSide html={exercise.html.question[locale]} locale={locale} />
      ) : (
        <p className="max-w-measure text-lg">
          <Words text={exercise.prompt[locale]} />
        </p>
      )}
      {exercise.formulas.length > 0 ? (
        <div className="grid gap-1.5 overflow-x-auto py-1 text-lg" role="group" aria-label={text.formulas}>
          {exercise.formulas.map((tex) => (
            <Formula key={tex} tex={tex} formulas={formulas} />
          ))}
        </div>
      ) : null}
      {exercise.given.length > 0 ? (
        <div
          className="flex flex-wrap items-center gap-x-8 gap-y-4 overflow-x-auto py-1"
          role="group"
          aria-label={text.given}
        >
          {exercise.given.map((block) => (
            <NumberBlock key={block.tex} {...block} formulas={formulas} />
          ))}
        </div>
      ) : null}
      {exercise.shown ? (
        <div className="grid gap-2">
          <p className="text-soft text-sm" id={shownId}>
            {text.shownWork}
          </p>
          <ol aria-labelledby={shownId} className="grid gap-1 font-serif text-lg">
            {exercise.shown.map(({ id, tex, values }) => (
              <li key={id}>
                <Formula tex={tex} formulas={formulas} /> ={' '}
                {values.length === 1 ? shown(values[0]) : `(${values.map(shown).join(', ')})`}
              </li>
            ))}
          </ol>
        </div>
      ) : null}
    </>
  )
}
