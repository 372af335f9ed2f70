'use client'

import type { CellExercise } from '@/lib/core/authored-exercises/authored-exercise'
import type { CellModule, OptionSpec } from '@/lib/core/cells/cell'
import { withDefaults } from '@/lib/core/cells/registry'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { Select } from '../_ui/select'

type CellOptionFieldsProps = {
  cell: CellModule
  value: CellExercise
  onChange: (value: CellExercise) => void
}

/** Which of the conventions that are all called by the same name. */
export function CellOptionFields({ cell, value, onChange }: CellOptionFieldsProps) {
  const text = useText(exerciseFormText)
  const locale = useLocale()
  const now = withDefaults(cell, value.options)
  const chosen = cell.options.filter((option) => option.kind !== 'number')
  if (chosen.length === 0) return null
  const set = (id: string, next: string | boolean) =>
    onChange({ ...value, options: { ...value.options, [id]: next } })
  return (
    <details className="text-sm">
      <summary className="text-accent min-h-11 cursor-pointer content-center font-medium">
        {text.changeCell}
      </summary>
      <div className="grid gap-3 pt-2 sm:grid-cols-2">
        {chosen.map((option) => (
          <Select
            key={option.id}
            label={option.name[locale]}
            hint={option.meaning[locale]}
            value={String(now[option.id])}
            options={choicesOf(option, locale, { yes: text.yes, no: text.no })}
            onChange={({ currentTarget }) =>
              set(option.id, option.kind === 'boolean' ? currentTarget.value === 'true' : currentTarget.value)
            }
          />
        ))}
      </div>
    </details>
  )
}

function choicesOf(option: OptionSpec, locale: 'en' | 'zh', words: { yes: string; no: string }) {
  if (option.kind !== 'choice') {
    return [
      { value: 'true', label: words.yes },
      { value: 'false', label: words.no },
    ]
  }
  return option.choices.map(({ value, name }) => ({ value, label: name[locale] }))
}
