'use client'

import type { Exercise } from '@/lib/core/exercises/exercise'
import { solutionOf } from '@/lib/core/exercises/solution'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { Formula } from '../_lab/formula'
import { NumberPieces } from '../_lab/number-pieces'
import { shown } from '@/lib/core/lab/shown'
import { useFormulas } from '../_lab/use-formulas'
import { exerciseText } from '../_text/exercise'
import { CardSide } from '../_ui/card-side'
import { labelOf, Labels } from './labels'
import { NumberBlock } from './number-block'
import { Words } from './words'

/** Every line of the working, and why a choice or an order is right. */
export function WorkedSolution({ exercise }: { exercise: Exercise }) {
  const text = useText(exerciseText)
  const locale = useLocale()
  const { lines, remarks, numbers, html } = solutionOf(exercise)
  const right = remarks.map(({ task, right, explanation }) => ({
    task,
    labels: right.map((id) => labelOf(exercise, task, id)),
    explanation,
  }))
  const formulas = useFormulas({}, [
    ...new Set([
      ...right.flatMap(({ labels }) => labels.flatMap(({ tex }) => tex ?? [])),
      ...lines.map(({ formulaTex }) => formulaTex),
      ...numbers.map(({ tex }) => tex),
    ]),
  ])
  return (
    <section className="grid gap-5">
      <h2 className="text-xl">{text.solution}</h2>
      {right.map(({ task, labels, explanation }) => (
        <div key={task} className="grid gap-1">
          <p className="font-medium">
            <Labels of={labels} formulas={formulas} />
          </p>
          {explanation ? (
            <p>
              <Words text={explanation[locale]} />
            </p>
          ) : null}
        </div>
      ))}
      {numbers.length > 0 ? (
        <div className="flex flex-wrap items-center gap-x-8 gap-y-3 overflow-x-auto py-1">
          {numbers.map(({ tex, values }) => (
            <NumberBlock
              key={tex}
              tex={tex}
              rows={values.map((value) => [value])}
              isScalar={values.length === 1}
              formulas={formulas}
            />
          ))}
        </div>
      ) : null}
      {html ? <CardSide html={html[locale]} locale={locale} /> : null}
      {lines.map(({ step, quantity, name, formulaTex, components }) => (
        <div key={`${step} ${quantity}`} className="border-hairline grid gap-1 border-t pt-3">
          <p className="text-soft text-sm">
            {name[locale]}
            {step > 0 || lines.some((line) => line.step > 0) ? `, t = ${step + 1}` : ''}
          </p>
          <p className="overflow-x-auto py-1 text-lg">
            <Formula tex={formulaTex} formulas={formulas} />
          </p>
          {components.map(({ pieces, value }, k) => (
            <p key={k} className="font-serif leading-relaxed">
              {components.length > 1 ? <span className="text-soft me-2 tabular-nums">{k + 1}.</span> : null}
              <NumberPieces pieces={pieces} hasProducts />{' '}
              <span className="whitespace-nowrap">
                = <b className="font-semibold">{shown(value)}</b>
              </span>
            </p>
          ))}
        </div>
      ))}
    </section>
  )
}
