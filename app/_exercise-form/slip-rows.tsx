'use client'

import { AUTHORED_LIMITS, type AuthoredSlip } from '@/lib/core/authored-exercises/authored-exercise'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { Button } from '../_ui/button'
import { FormulaField } from './formula-field'
import { replaced, without } from './list-change'
import { newSlipKey } from './new-slip-key'
import { RowFrame } from './row-frame'
import { TextPair } from './text-pair'

type SlipRowsProps = { at: string; value: AuthoredSlip[]; onChange: (value: AuthoredSlip[]) => void }

/** The mistakes that an author knows at one answer. */
export function SlipRows({ at, value, onChange }: SlipRowsProps) {
  const text = useText(exerciseFormText)
  return (
    <div className="grid min-w-0 gap-3">
      <div className="grid gap-1">
        <h3 className="font-medium">{text.slips}</h3>
        <p className="text-soft text-sm">{text.slipsLead}</p>
      </div>
      {value.map((slip, n) => {
        const change = (part: Partial<AuthoredSlip>) => onChange(replaced(value, n, { ...slip, ...part }))
        return (
          <RowFrame
            key={slip.key}
            name={text.slip(n + 1)}
            title={text.slip(n + 1)}
            onRemove={() => onChange(without(value, n))}
          >
            <FormulaField
              at={`${at}.${n}.formula`}
              label={text.slipFormula}
              value={slip.formula}
              onChange={(formula) => change({ formula })}
            />
            <TextPair
              at={`${at}.${n}.name`}
              name={text.slipName}
              value={slip.name}
              onChange={(name) => change({ name })}
            />
            <TextPair
              at={`${at}.${n}.message`}
              name={text.slipMessage}
              value={slip.message}
              rows={2}
              onChange={(message) => change({ message })}
            />
          </RowFrame>
        )
      })}
      {value.length < AUTHORED_LIMITS.slips ? (
        <div>
          <Button
            onClick={() => onChange([...value, { key: newSlipKey(), formula: '', name: {}, message: {} }])}
          >
            {text.addSlip}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
