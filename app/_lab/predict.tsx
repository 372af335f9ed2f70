'use client'

import { useState, type FormEvent } from 'react'
import { diagnose, type Diagnosis } from '@/lib/core/cells/diagnose/diagnose'
import { getCell } from '@/lib/core/cells/registry'
import { quantityOf } from '@/lib/core/cells/tex'
import { plainTex } from '@/lib/core/lab/plain-tex'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { labText } from '../_text/lab'
import { Button } from '../_ui/button'
import { classNames } from '../_ui/class-names'
import type { LabState } from './use-lab'

const RIGHT = new Set<Diagnosis['verdict']>(['correct', 'coarse'])

/** Guess one part before it is shown; judged by the checker that the exercises use. */
export function Predict({
  lab,
  isAsking,
  onAsk,
}: {
  lab: LabState
  isAsking: boolean
  onAsk: (isAsking: boolean) => void
}) {
  const text = useText(labText)
  const { setup } = lab
  if (!isAsking) return <Button onClick={() => onAsk(true)}>{text.predictStart}</Button>
  // Another question starts with empty boxes.
  return (
    <Question
      key={`${setup.cell} ${setup.part} ${setup.t} ${setup.seed}`}
      lab={lab}
      onStop={() => onAsk(false)}
    />
  )
}

function Question({ lab, onStop }: { lab: LabState; onStop: () => void }) {
  const text = useText(labText)
  const locale = useLocale()
  const { setup, trace } = lab
  const quantity = quantityOf(trace.form, setup.part)
  const size = trace.steps[setup.t - 1][setup.part].length
  const [typed, setTyped] = useState<string[]>(() => new Array<string>(size).fill(''))
  const [diagnosis, setDiagnosis] = useState<Diagnosis | null>(null)

  const check = (event: FormEvent) => {
    event.preventDefault()
    const asked = typed.flatMap((answer, k) => (answer.trim() === '' ? [] : [k]))
    const indices = asked.length > 0 ? asked : [0]
    setDiagnosis(
      diagnose({
        slips: getCell(setup.cell).slips(setup.options),
        trace,
        step: setup.t - 1,
        quantity: setup.part,
        indices,
        answers: indices.map((k) => typed[k]),
      }),
    )
  }

  return (
    <form onSubmit={check} className="grid gap-4" noValidate>
      <p>{text.predictLead(`${quantity.name[locale]} ${plainTex(quantity.tex)}`, setup.t)}</p>
      <div className="flex flex-wrap gap-2">
        {typed.map((answer, k) => (
          <label key={k} className="grid gap-1 text-sm">
            <span className="text-soft">{text.predictField(plainTex(quantity.tex), k + 1)}</span>
            <input
              value={answer}
              autoComplete="off"
              onChange={({ currentTarget }) => {
                setTyped(typed.map((each, index) => (index === k ? currentTarget.value : each)))
                setDiagnosis(null)
              }}
              className="border-outline bg-raised min-h-11 w-32 rounded-md border px-3 tabular-nums"
            />
          </label>
        ))}
      </div>
      <p className="text-soft text-sm">{text.within}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" type="submit">
          {text.check}
        </Button>
        <Button onClick={onStop}>{text.predictStop}</Button>
      </div>
      <p
        role="status"
        className={classNames(
          'min-h-6',
          diagnosis && (RIGHT.has(diagnosis.verdict) ? 'text-good' : 'text-ink'),
        )}
      >
        {diagnosis?.message[locale]}
      </p>
    </form>
  )
}
