import { Fragment } from 'react'
import type { Bilingual } from '@/lib/core/cells/bilingual'
import type { Exercise } from '@/lib/core/exercises/exercise'
import { useLocale } from '@/lib/platform/i18n/locale-provider'
import { Formula } from '../_lab/formula'

/** What a choice or an item of an order shows: words, a formula, or both. */
export type Label = { label: Bilingual; tex?: string }

export function labelOf({ tasks }: Exercise, taskId: string, id: string): Label {
  const task = tasks.find((each) => each.id === taskId)
  const labelled = task?.kind === 'choice' ? task.choices : task?.kind === 'order' ? task.items : []
  return labelled.find((item) => item.id === id) ?? { label: { en: id, zh: id } }
}

/** One after another, with arrows between. A formula stands alone only where there are no words for it. */
export function Labels({ of, formulas }: { of: readonly Label[]; formulas: Record<string, string> }) {
  const locale = useLocale()
  return of.map(({ label, tex }, index) => (
    <Fragment key={index}>
      {index > 0 ? ' → ' : null}
      {label[locale] === '' && tex ? <Formula tex={tex} formulas={formulas} /> : label[locale]}
    </Fragment>
  ))
}
