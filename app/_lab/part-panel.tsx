'use client'

import { useState } from 'react'
import { getCell } from '@/lib/core/cells/registry'
import { scopeOf } from '@/lib/core/cells/forward'
import { quantityOf, quantityTex } from '@/lib/core/cells/tex'
import { clampable } from '@/lib/core/lab/lab-setup'
import { formulaWithNumbers } from '@/lib/core/lab/with-numbers'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { labText } from '../_text/lab'
import { Button } from '../_ui/button'
import { Formula } from './formula'
import { HeatStrip } from './heat'
import { NumberPieces } from './number-pieces'
import { shown } from '@/lib/core/lab/shown'
import type { LabState } from './use-lab'

/** What one part is, its formula, the same formula with these numbers, and its value: they move together. */
export function PartPanel({
  lab,
  formulas,
  component,
  onChooseComponent,
}: {
  lab: LabState
  formulas: Record<string, string>
  component: number
  onChooseComponent: (component: number) => void
}) {
  const text = useText(labText)
  const locale = useLocale()
  const [hasProducts, setProducts] = useState(true)
  const { setup, trace, change } = lab
  const quantity = quantityOf(trace.form, setup.part)
  const values = trace.steps[setup.t - 1][setup.part]
  const k = Math.min(component, values.length - 1)
  const held = setup.clamps[setup.part]
  const isGate = clampable(getCell(setup.cell), setup.options).includes(setup.part)
  const scope = scopeOf(trace, trace.steps, setup.t - 1)
  return (
    <section aria-label={quantity.name[locale]} className="grid content-start gap-5">
      <header className="grid gap-1">
        <h2 className="text-xl">{quantity.name[locale]}</h2>
        <p className="text-soft">{quantity.meaning[locale]}</p>
      </header>
      <div className="overflow-x-auto py-1 text-xl">
        <Formula tex={quantityTex(trace.form, setup.part)} formulas={formulas} />
      </div>
      <HeatStrip
        values={values}
        range={quantity.range}
        chosen={k}
        onChoose={onChooseComponent}
        nameOf={(each) => text.component(quantity.name[locale], each + 1)}
      />
      {held === undefined ? (
        <div className="grid gap-2">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h3 className="text-sm font-medium">{text.withNumbers}</h3>
            <Button look="quiet" aria-pressed={hasProducts} onClick={() => setProducts(!hasProducts)}>
              {hasProducts ? text.hideProducts : text.showProducts}
            </Button>
          </div>
          <p className="font-serif text-lg leading-loose" data-testid="with-numbers">
            <NumberPieces
              pieces={formulaWithNumbers(trace.form, setup.part, scope, k)}
              hasProducts={hasProducts}
            />{' '}
            <span className="whitespace-nowrap">
              = <b className="text-accent font-semibold">{shown(values[k])}</b>
            </span>
          </p>
        </div>
      ) : (
        <p>{text.held(quantity.name[locale], held)}</p>
      )}
      {isGate ? (
        <fieldset className="flex flex-wrap items-center gap-2">
          <legend className="mb-2 text-sm font-medium">{text.hold}</legend>
          {([undefined, 0, 1] as const).map((value) => (
            <Button
              key={String(value)}
              aria-pressed={held === value}
              className={held === value ? 'bg-accent-wash border-accent' : undefined}
              onClick={() => {
                const { [setup.part]: _, ...others } = setup.clamps
                change({ clamps: value === undefined ? others : { ...others, [setup.part]: value } })
              }}
            >
              {value === undefined ? text.holdAt.free : value === 0 ? text.holdAt.zero : text.holdAt.one}
            </Button>
          ))}
        </fieldset>
      ) : null}
    </section>
  )
}
