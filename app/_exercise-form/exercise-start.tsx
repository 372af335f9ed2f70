'use client'

import type { AuthoredExercise } from '@/lib/core/authored-exercises/authored-exercise'
import {
  ATTENTION_TEMPLATE,
  CELL_TEMPLATE,
  DOT_TEMPLATE,
  EMPTY_EXERCISE,
  GATE_TEMPLATE,
} from '@/lib/core/authored-exercises/exercise-templates'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { Button } from '../_ui/button'

type ExerciseStartProps = { onOwn: (exercise: AuthoredExercise) => void; onHouse: () => void }

/** Nothing is chosen yet: an example to change, an empty form, a cell, or what the house has. */
export function ExerciseStart({ onOwn, onHouse }: ExerciseStartProps) {
  const text = useText(exerciseFormText)
  const locale = useLocale()
  return (
    <div className="grid gap-6">
      <p className="font-serif text-xl">{text.start}</p>
      <div className="grid gap-3">
        <h2 className="font-sans text-base font-medium">{text.startOwn}</h2>
        <p className="text-soft max-w-measure text-sm">{text.startOwnLead}</p>
        <div className="flex flex-wrap gap-3">
          {[GATE_TEMPLATE, DOT_TEMPLATE, ATTENTION_TEMPLATE].map((template) => (
            <Button key={template.title.en} onClick={() => onOwn(template)}>
              {template.title[locale]}
            </Button>
          ))}
        </div>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => onOwn(EMPTY_EXERCISE)}>{text.startEmpty}</Button>
        <Button onClick={() => onOwn(CELL_TEMPLATE)}>{text.startCell}</Button>
        <Button onClick={onHouse}>{text.startHouse}</Button>
      </div>
    </div>
  )
}
