'use client'

import { useState } from 'react'
import type { OptionSpec } from '@/lib/core/cells/cell'
import { getCell, listCells } from '@/lib/core/cells/registry'
import { LAB_LIMITS } from '@/lib/core/lab/lab-setup'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { labText } from '../_text/lab'
import { Button } from '../_ui/button'
import { classNames } from '../_ui/class-names'
import { ChevronIcon } from '../_ui/icons'
import { Select } from '../_ui/select'
import { Switch } from '../_ui/switch'
import { CopyMenu } from './copy-menu'
import type { LabState } from './use-lab'

const STEPPER = 'border-outline bg-raised min-h-11 w-20 rounded-md border px-2 text-center tabular-nums'

export function LabControls({ lab }: { lab: LabState }) {
  const text = useText(labText)
  const locale = useLocale()
  const { setup, trace, change, chooseCell, newNumbers } = lab
  const cell = getCell(setup.cell)
  const sizes = [
    { id: 'H', label: text.hidden, most: LAB_LIMITS.size },
    { id: 'I', label: text.input, most: LAB_LIMITS.size },
    ...(trace.form.isOutputSizeFree ? [{ id: 'O', label: text.output, most: LAB_LIMITS.size } as const] : []),
    { id: 'T', label: text.steps, most: LAB_LIMITS.steps },
  ] as const
  return (
    <div className="grid gap-5">
      <div role="group" aria-label={text.cells} className="flex flex-wrap gap-1">
        {listCells().map(({ id, name }) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === setup.cell}
            onClick={() => chooseCell(id)}
            className={classNames(
              'min-h-11 rounded-md border px-4 text-sm font-medium',
              id === setup.cell
                ? 'border-accent bg-accent text-on-accent'
                : 'border-outline hover:border-ink',
            )}
          >
            {name[locale]}
          </button>
        ))}
      </div>
      <div className="flex flex-wrap items-end gap-x-5 gap-y-4">
        {sizes.map(({ id, label, most }) => (
          <SizeField
            key={id}
            label={label}
            most={most}
            value={setup[id]}
            onChange={(value) => change({ [id]: value })}
          />
        ))}
        <label className="grid gap-1 text-sm">
          <span className="text-soft">{text.seed}</span>
          <input
            value={setup.seed}
            maxLength={40}
            spellCheck={false}
            autoComplete="off"
            onChange={({ currentTarget }) => {
              if (/^[\w-]{1,40}$/.test(currentTarget.value)) change({ seed: currentTarget.value })
            }}
            className={classNames(STEPPER, 'w-28')}
          />
        </label>
        <Button look="primary" onClick={newNumbers}>
          {text.newNumbers}
        </Button>
        <CopyMenu lab={lab} />
      </div>
      <details className="group">
        <summary className="inline-flex min-h-11 items-center gap-2 text-sm font-medium">
          {text.conventions}
          <span className="text-soft transition-transform group-open:rotate-180">
            <ChevronIcon />
          </span>
        </summary>
        <div className="grid items-start gap-x-8 gap-y-4 pt-2 sm:grid-cols-2">
          {cell.options.map((spec) => (
            <OptionControl key={spec.id} spec={spec} lab={lab} />
          ))}
          <Switch
            label={text.startsAtZero}
            checked={setup.startsAtZero}
            onChange={({ currentTarget }) => change({ startsAtZero: currentTarget.checked })}
          />
        </div>
      </details>
    </div>
  )
}

/** What is being typed stands as it is typed, an empty field too; each size that can be, counts at once. */
function SizeField({
  label,
  most,
  value,
  onChange,
}: {
  label: string
  most: number
  value: number
  onChange: (value: number) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <label className="grid gap-1 text-sm">
      <span className="text-soft">{label}</span>
      <input
        type="number"
        inputMode="numeric"
        min={1}
        max={most}
        value={typed ?? value}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value)
          const next = currentTarget.valueAsNumber
          if (Number.isInteger(next) && next >= 1 && next <= most) onChange(next)
        }}
        onBlur={() => setTyped(null)}
        className={STEPPER}
      />
    </label>
  )
}

function OptionControl({ spec, lab }: { spec: OptionSpec; lab: LabState }) {
  const locale = useLocale()
  const { setup, change } = lab
  const value = setup.options[spec.id]
  const set = (next: string | number | boolean) => {
    const options = { ...setup.options, [spec.id]: next }
    const problem = getCell(setup.cell).findContradiction(options)
    // A choice that contradicts the others puts those back to the notes' form, so that no press is dead.
    const others = Object.fromEntries(getCell(setup.cell).options.map(({ id, fallback }) => [id, fallback]))
    change({ options: problem ? { ...others, [spec.id]: next } : options })
  }
  switch (spec.kind) {
    case 'boolean':
      return (
        <Switch
          label={spec.name[locale]}
          hint={spec.meaning[locale]}
          checked={value === true}
          onChange={({ currentTarget }) => set(currentTarget.checked)}
        />
      )
    case 'choice':
      return (
        <Select
          label={spec.name[locale]}
          hint={spec.meaning[locale]}
          value={String(value)}
          options={spec.choices.map((choice) => ({ value: choice.value, label: choice.name[locale] }))}
          onChange={({ currentTarget }) => set(currentTarget.value)}
        />
      )
    case 'number':
      return (
        <label className="grid gap-1 text-sm">
          <span className="font-medium">{spec.name[locale]}</span>
          <input
            type="number"
            step="0.1"
            min={-10}
            max={10}
            value={Number(value)}
            onChange={({ currentTarget }) => {
              const next = currentTarget.valueAsNumber
              if (next >= spec.min && next <= spec.max) set(next)
            }}
            className={STEPPER}
          />
          <span className="text-soft">{spec.meaning[locale]}</span>
        </label>
      )
  }
}
