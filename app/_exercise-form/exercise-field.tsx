'use client'

import { useState } from 'react'
import { findAuthoredExercise } from '@/lib/core/authored-exercises/authored-exercise'
import type { ExerciseProblem } from '@/lib/core/authored-exercises/exercise-problem'
import { findExerciseCard, type ExerciseCard } from '@/lib/core/exercises/exercise-card'
import { listExercises } from '@/lib/core/exercises/exercise-registry'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'
import { ExerciseForm } from './exercise-form'
import { ExerciseStart } from './exercise-start'
import { HouseFields } from './house-fields'

type ExerciseFieldProps = {
  /** What a note of kind EXERCISE stores; undefined or null before something is chosen. */
  value: unknown
  onChange: (value: unknown) => void
  /** What a save found, by place. */
  problems?: readonly ExerciseProblem[]
}

/** Everything about the exercise of a note: which kind it is, and its form. Mounted once a note. */
export default function ExerciseField({ value, onChange, problems }: ExerciseFieldProps) {
  const text = useText(exerciseFormText)
  const [isAsking, setAsking] = useState(false)
  const authored = findAuthoredExercise(value)
  const house = authored === null ? findExerciseCard(value) : null
  const setHouse = ({ id, rung, form }: ExerciseCard) => onChange({ id, parameters: { rung, form } })
  if (authored === null && house === null) {
    return (
      <ExerciseStart
        onOwn={onChange}
        onHouse={() => setHouse({ id: listExercises()[0].id, rung: 1, form: 'stepwise' })}
      />
    )
  }
  return (
    <div className="grid min-w-0 gap-6">
      {house ? <HouseFields value={house} onChange={setHouse} /> : null}
      {authored ? <ExerciseForm value={authored} onChange={onChange} problems={problems} /> : null}
      <div>
        <Button look="quiet" onClick={() => (house ? onChange(null) : setAsking(true))}>
          {text.another}
        </Button>
      </div>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={text.anotherTitle}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{text.cancel}</Button>
            <Button
              look="danger"
              onClick={() => {
                setAsking(false)
                onChange(null)
              }}
            >
              {text.anotherYes}
            </Button>
          </>
        }
      >
        <p>{text.anotherBody}</p>
      </Dialog>
    </div>
  )
}
