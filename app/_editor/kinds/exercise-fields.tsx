'use client'

import { useRef, useState } from 'react'
import { findAuthoredExercise } from '@/lib/core/authored-exercises/authored-exercise'
import { findExerciseCard } from '@/lib/core/exercises/exercise-card'
import { listExercises } from '@/lib/core/exercises/exercise-registry'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { ExerciseForm } from '../../_exercise-form/exercise-form'
import { ExerciseStart } from '../../_exercise-form/exercise-start'
import { HouseFields } from '../../_exercise-form/house-fields'
import { editorText } from '../../_text/editor'
import { Button } from '../../_ui/button'
import { Dialog } from '../../_ui/dialog'

export type ExerciseFieldsProps = {
  /** As the note stores it: an author's own exercise, or which of the house's. */
  exercise: unknown
  onChange: (exercise: unknown) => void
  isReadOnly: boolean
}

/** What an exercise note asks: one of the house's exercises, or one that its author describes. */
export default function ExerciseFields({ exercise, onChange, isReadOnly }: ExerciseFieldsProps) {
  const text = useText(editorText)
  const own = findAuthoredExercise(exercise)
  const house = own === null ? findExerciseCard(exercise) : null
  const [isAsking, setAsking] = useState(false)
  const frame = useRef<HTMLFieldSetElement>(null)
  const takeHouse = (id: string, rung: number, form: string) => onChange({ id, parameters: { rung, form } })
  /** The button that was pressed goes away: the keys go on from here. */
  const begin = (stored: unknown) => {
    onChange(stored)
    frame.current?.focus()
  }
  return (
    <fieldset ref={frame} tabIndex={-1} disabled={isReadOnly} className="grid min-w-0 gap-5 outline-none">
      <legend className="sr-only">{text.exercise}</legend>
      {own === null && house === null ? (
        <ExerciseStart onOwn={begin} onHouse={() => begin({ id: listExercises()[0].id, parameters: {} })} />
      ) : (
        <div>
          <Button look="quiet" onClick={() => (own === null ? begin(undefined) : setAsking(true))}>
            {text.otherExercise}
          </Button>
        </div>
      )}
      {house ? (
        <HouseFields value={house} onChange={({ id, rung, form }) => takeHouse(id, rung, form)} />
      ) : null}
      {own ? <ExerciseForm value={own} onChange={onChange} /> : null}
      {own === null ? <p className="text-soft text-sm">{text.exerciseLead}</p> : null}
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={text.otherExerciseTitle}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{text.otherExerciseNo}</Button>
            <Button
              look="danger"
              onClick={() => {
                setAsking(false)
                begin(undefined)
              }}
            >
              {text.otherExerciseYes}
            </Button>
          </>
        }
      >
        <p>{text.otherExerciseBody}</p>
      </Dialog>
    </fieldset>
  )
}
