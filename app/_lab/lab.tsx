'use client'

import { useState, type ReactNode } from 'react'
import type { LabSetup } from '@/lib/core/lab/lab-setup'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { useKeptPage } from '../_study/use-kept-page'
import { labText } from '../_text/lab'
import { ChevronIcon } from '../_ui/icons'
import { PageHeader } from '../_ui/page-header'
import { CompareCells } from './compare-cells'
import { GradientStrip } from './gradient-strip'
import { Guide } from './guide'
import { LabControls } from './lab-controls'
import { LabDiagram } from './lab-diagram'
import { NumberEditor } from './number-editor'
import { PartPanel } from './part-panel'
import { Predict } from './predict'
import { texOfLab } from './tex-of-lab'
import { TimeStrip } from './time-strip'
import { useFormulas } from './use-formulas'
import { useLab } from './use-lab'

export function Lab({
  first,
  ignored,
  formulas: ahead,
}: {
  first: LabSetup
  ignored: string[]
  formulas: Record<string, string>
}) {
  const text = useText(labText)
  const lab = useLab(first)
  useKeptPage()
  const formulas = useFormulas(ahead, texOfLab(lab.setup))
  const [component, setComponent] = useState(0)
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="grid gap-10">
      <PageHeader title={text.heading} lead={text.lead} />
      {ignored.length > 0 ? (
        <p role="status" className="text-caution">
          {text.ignored(ignored.join(', '))}
        </p>
      ) : null}
      <LabControls lab={lab} />
      <Guide
        key={`${lab.setup.cell} ${JSON.stringify(lab.setup.options)}`}
        lab={lab}
        onStep={() => setComponent(0)}
      />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[7fr_5fr]">
        <LabDiagram lab={lab} formulas={formulas} component={component} isHidden={isAsking} />
        {isAsking ? null : (
          <PartPanel lab={lab} formulas={formulas} component={component} onChooseComponent={setComponent} />
        )}
        {isAsking ? <Predict lab={lab} isAsking onAsk={setAsking} /> : null}
      </div>
      {isAsking ? null : <TimeStrip lab={lab} formulas={formulas} component={component} />}
      <div className="divide-hairline border-hairline divide-y border-y">
        {isAsking ? null : (
          <Fold title={text.predict}>
            <Predict lab={lab} isAsking={false} onAsk={setAsking} />
          </Fold>
        )}
        <Fold title={text.numbers}>
          <NumberEditor lab={lab} formulas={formulas} />
        </Fold>
        <Fold title={text.compare}>
          <CompareCells setup={lab.setup} />
        </Fold>
        <Fold title={text.gradients}>
          <GradientStrip lab={lab} />
        </Fold>
      </div>
    </div>
  )
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group py-2">
      <summary className="flex min-h-11 items-center justify-between gap-4 font-serif text-xl">
        {title}
        <span className="text-soft transition-transform group-open:rotate-180">
          <ChevronIcon />
        </span>
      </summary>
      <div className="pt-3 pb-5">{children}</div>
    </details>
  )
}
