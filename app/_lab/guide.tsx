'use client'

import { useState } from 'react'
import type { GuideNumbers } from '@/lib/core/cells/guide'
import { getCell } from '@/lib/core/cells/registry'
import { formatShare } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { labText } from '../_text/lab'
import { Button } from '../_ui/button'
import { shown } from '@/lib/core/lab/shown'
import type { LabState } from './use-lab'

/** The cell's own worked example, read off the numbers on screen; each step turns the page to its part. */
export function Guide({ lab, onStep }: { lab: LabState; onStep: () => void }) {
  const text = useText(labText)
  const locale = useLocale()
  const [at, setAt] = useState<number | null>(null)
  const { setup, trace, change } = lab
  const cell = getCell(setup.cell)
  // A tied or absent gate has no sum of its own: its step is left out.
  const steps = cell
    .guide(setup.options)
    .filter(({ part }) => trace.form.quantities.some(({ id }) => id === part))
  const goTo = (index: number) => {
    setAt(index)
    onStep()
    change({ part: steps[index].part })
  }
  if (at === null)
    return (
      <div>
        <Button onClick={() => goTo(0)}>{text.guideStart}</Button>
      </div>
    )

  const values = trace.steps[setup.t - 1]
  const before = (state: string) => (setup.t === 1 ? trace.initial[state] : trace.steps[setup.t - 2][state])
  const numbers: GuideNumbers = {
    value: (quantity) => shown(values[quantity][0]),
    share: (quantity) => formatShare(locale, values[quantity][0]),
    rest: (quantity) => formatShare(locale, 1 - values[quantity][0]),
    previous: (state) => shown(before(state)[0]),
    input: shown(trace.x[setup.t - 1][0]),
  }
  return (
    <section
      aria-label={text.guideStart}
      className="border-accent bg-accent-wash grid gap-4 rounded-md border-s-4 p-5"
    >
      <p role="status" className="max-w-measure font-serif text-lg">
        {steps[at].text[locale](numbers)}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button disabled={at === 0} onClick={() => goTo(at - 1)}>
          {text.guideBack}
        </Button>
        <Button look="primary" disabled={at === steps.length - 1} onClick={() => goTo(at + 1)}>
          {text.guideNext}
        </Button>
        <span className="text-soft text-sm tabular-nums">{text.guideStep(at + 1, steps.length)}</span>
        <Button look="quiet" className="ms-auto" onClick={() => setAt(null)}>
          {text.guideEnd}
        </Button>
      </div>
    </section>
  )
}
