'use client'

import type { ExerciseCard } from '@/lib/core/exercises/exercise-card'
import { getExercise, listExercises } from '@/lib/core/exercises/exercise-registry'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { Select } from '../_ui/select'

type HouseFieldsProps = { value: ExerciseCard; onChange: (value: ExerciseCard) => void }

/** One of the house's exercises, at one level. */
export function HouseFields({ value, onChange }: HouseFieldsProps) {
  const text = useText(exerciseFormText)
  const locale = useLocale()
  const { about, rungs } = getExercise(value.id)
  return (
    <div className="grid max-w-measure gap-4">
      <Select
        label={text.houseExercise}
        hint={about[locale]}
        value={value.id}
        options={listExercises().map(({ id, name }) => ({ value: id, label: name[locale] }))}
        onChange={({ currentTarget }) => onChange({ ...value, id: currentTarget.value, rung: 1 })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={text.rung}
          value={String(value.rung)}
          options={rungs.map(({ name }, n) => ({ value: String(n + 1), label: name[locale] }))}
          onChange={({ currentTarget }) => onChange({ ...value, rung: Number(currentTarget.value) })}
        />
        <Select
          label={text.form}
          value={value.form}
          options={[
            { value: 'stepwise', label: text.forms.stepwise },
            { value: 'hard', label: text.forms.hard },
          ]}
          onChange={({ currentTarget }) =>
            onChange({ ...value, form: currentTarget.value === 'hard' ? 'hard' : 'stepwise' })
          }
        />
      </div>
    </div>
  )
}
