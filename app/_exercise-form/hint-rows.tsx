'use client'

import { AUTHORED_LIMITS, type Text } from '@/lib/core/authored-exercises/authored-exercise'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { Button } from '../_ui/button'
import { replaced, without } from './list-change'
import { RowFrame } from './row-frame'
import { TextPair } from './text-pair'

type HintRowsProps = { at: string; value: Text[]; onChange: (value: Text[]) => void }

export function HintRows({ at, value, onChange }: HintRowsProps) {
  const text = useText(exerciseFormText)
  return (
    <div className="grid min-w-0 gap-3">
      <h3 className="font-medium">{text.hints}</h3>
      {value.map((hint, n) => (
        <RowFrame key={n} name={text.hint(n + 1)} onRemove={() => onChange(without(value, n))}>
          <TextPair
            at={`${at}.${n}`}
            name={text.hint(n + 1)}
            value={hint}
            rows={2}
            onChange={(next) => onChange(replaced(value, n, next))}
          />
        </RowFrame>
      ))}
      {value.length < AUTHORED_LIMITS.hints ? (
        <div>
          <Button onClick={() => onChange([...value, {}])}>{text.addHint}</Button>
        </div>
      ) : null}
    </div>
  )
}
