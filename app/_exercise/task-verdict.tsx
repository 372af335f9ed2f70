'use client'

import type { TaskVerdict } from '@/lib/core/exercises/grade-attempt'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { Formula } from '../_lab/formula'
import { exerciseText } from '../_text/exercise'
import { CardSide } from '../_ui/card-side'
import { classNames } from '../_ui/class-names'
import { useFormulas } from '../_lab/use-formulas'
import { Words } from './words'

const TONES: Record<TaskVerdict['verdict'], string> = {
  correct: 'border-good',
  coarse: 'border-good',
  follows: 'border-good',
  slip: 'border-caution',
  ambiguous: 'border-caution',
  unknown: 'border-outline',
  empty: 'border-outline',
  'not-a-number': 'border-outline',
}

const MARKS: Partial<Record<TaskVerdict['verdict'], string>> = {
  correct: '✓',
  coarse: '✓',
  follows: '✓',
  slip: '≠',
  ambiguous: '≠',
}

/** The verdict in words; a slip with the learner's formula beside the right one. */
export function TaskVerdictLine({ verdict }: { verdict: TaskVerdict }) {
  const text = useText(exerciseText)
  const locale = useLocale()
  const pairs = verdict.explanations.flatMap(({ tex }) => (tex ? [tex] : []))
  const formulas = useFormulas(
    {},
    pairs.flatMap(({ wrong, right }) => [wrong, right]),
  )
  return (
    <div className={classNames('grid gap-3 border-s-4 py-1 ps-4', TONES[verdict.verdict])}>
      <p>
        {MARKS[verdict.verdict] ? <span aria-hidden="true">{MARKS[verdict.verdict]} </span> : null}
        <Words text={verdict.message[locale]} />
      </p>
      {verdict.explanations.map(({ id, html }) =>
        html && html[locale] !== '' ? <CardSide key={id} html={html[locale]} locale={locale} /> : null,
      )}
      {pairs.map(({ wrong, right }) => (
        <dl key={wrong} className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
          <div className="grid min-w-0 gap-1">
            <dt className="text-soft text-sm">{text.yours}</dt>
            <dd className="overflow-x-auto py-1">
              <Formula tex={wrong} formulas={formulas} />
            </dd>
          </div>
          <div className="grid min-w-0 gap-1">
            <dt className="text-soft text-sm">{text.right}</dt>
            <dd className="overflow-x-auto py-1">
              <Formula tex={right} formulas={formulas} />
            </dd>
          </div>
        </dl>
      ))}
    </div>
  )
}
