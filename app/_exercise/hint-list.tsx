'use client'

import type { Exercise } from '@/lib/core/exercises/exercise'
import type { Responses } from '@/lib/core/exercises/grade-attempt'
import { hintsFor } from '@/lib/core/exercises/hints'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { Formula } from '../_lab/formula'
import { NumberPieces } from '../_lab/number-pieces'
import { shown } from '@/lib/core/lab/shown'
import { useFormulas } from '../_lab/use-formulas'
import { exerciseText } from '../_text/exercise'
import { CardSide } from '../_ui/card-side'
import { Button } from '../_ui/button'
import { Words } from './words'

type HintProps = { exercise: Exercise; task: string; responses: Responses; opened: number }

/** The hints opened so far, announced as they open. */
export function HintList({ exercise, task, responses, opened }: HintProps) {
  const text = useText(exerciseText)
  const locale = useLocale()
  const open = hintsFor(exercise, task, responses).slice(0, opened)
  const formulas = useFormulas(
    {},
    open.flatMap(({ tex }) => (tex ? [tex] : [])),
  )
  return (
    <div role="status" className="grid gap-2 empty:absolute">
      {open.map((hint, index) => (
        <div key={index} className="text-soft grid gap-1 text-sm">
          <p>
            <b className="font-medium">{text.hintTitle(index + 1)}</b> <Words text={hint.text[locale]} />
          </p>
          {hint.html ? <CardSide html={hint.html[locale]} locale={locale} /> : null}
          {hint.tex || hint.pieces || hint.value ? (
            <p className="text-ink overflow-x-auto py-1 font-serif text-lg">
              {hint.tex ? <Formula tex={hint.tex} formulas={formulas} /> : null}
              {hint.pieces ? <NumberPieces pieces={hint.pieces} hasProducts /> : null}
              {hint.value
                ? ` = ${hint.value.length === 1 ? shown(hint.value[0]) : `(${hint.value.map(shown).join(', ')})`}`
                : null}
            </p>
          ) : null}
        </div>
      ))}
    </div>
  )
}

/** Opens the next hint, while there is one. */
export function HintButton({
  exercise,
  task,
  responses,
  opened,
  onOpen,
}: HintProps & { onOpen: () => void }) {
  const text = useText(exerciseText)
  const { length } = hintsFor(exercise, task, responses)
  if (opened >= length) return null
  return (
    <Button look="quiet" onClick={onOpen}>
      {text.hint(opened + 1, length)}
    </Button>
  )
}
