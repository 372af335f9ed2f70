'use client'

import type { KeyboardEvent } from 'react'
import { CellDiagram } from '../_cells/cell-diagram'
import { classNames } from '../_ui/class-names'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import type { CellForm } from '@/lib/core/cells/cell'
import { getCell } from '@/lib/core/cells/registry'
import { plainTex } from '@/lib/core/lab/plain-tex'
import { labText } from '../_text/lab'
import { Formula } from './formula'
import { shown } from '@/lib/core/lab/shown'
import type { LabState } from './use-lab'

/** The picture and, under it, its parts as buttons in the order of computation: arrow keys walk both. */
export function LabDiagram({
  lab,
  formulas,
  component,
  isHidden,
}: {
  lab: LabState
  formulas: Record<string, string>
  component: number
  isHidden: boolean
}) {
  const text = useText(labText)
  const locale = useLocale()
  const { setup, trace, change } = lab
  const { diagram, quantities } = trace.form
  const step = trace.steps[setup.t - 1]
  const at = quantities.findIndex(({ id }) => id === setup.part)
  const first = (id: string) => step[id][Math.min(component, step[id].length - 1)]

  const walk = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? quantities.length - 1
          : by === undefined
            ? null
            : at + by
    if (to === null || to < 0 || to >= quantities.length) return
    event.preventDefault()
    change({ part: quantities[to].id })
    const list = event.currentTarget
    requestAnimationFrame(() => list.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus())
  }

  return (
    <div className="grid content-start gap-5">
      <CellDiagram
        diagram={diagram}
        labels={Object.fromEntries(diagram.parts.map(({ id, tex }) => [id, formulas[tex] ?? plainTex(tex)]))}
        values={isHidden ? {} : Object.fromEntries(quantities.map(({ id }) => [id, shown(first(id))]))}
        openings={
          isHidden
            ? {}
            : Object.fromEntries(
                quantities
                  .filter(({ role }) => role === 'gate')
                  .map(({ id }) => [id, Math.max(0, Math.min(1, first(id)))]),
              )
        }
        chosen={drawnPart(trace.form, setup.part)}
        onChoose={(part) => change({ part })}
        name={text.diagram(getCell(setup.cell).name[locale], setup.t)}
      />
      <div role="group" aria-label={text.partsOf} onKeyDown={walk} className="flex flex-wrap gap-1">
        {quantities.map(({ id, tex, name }) => (
          <button
            key={id}
            type="button"
            tabIndex={id === setup.part ? 0 : -1}
            aria-pressed={id === setup.part}
            aria-label={`${name[locale]} ${plainTex(tex)}`}
            onClick={() => change({ part: id })}
            className={classNames(
              'min-h-11 min-w-11 rounded-md border px-2 text-sm',
              id === setup.part ? 'border-accent bg-accent-wash' : 'border-hairline hover:border-ink',
            )}
          >
            <Formula tex={tex} formulas={formulas} />
          </button>
        ))}
      </div>
    </div>
  )
}

/** A pre-activation has no shape of its own in the picture: it is looked at where it goes in. */
function drawnPart({ diagram, quantities }: CellForm, part: string): string {
  if (diagram.parts.some(({ quantity }) => quantity === part)) return part
  const after = quantities.find(
    ({ formula }) => 'of' in formula && formula.of.op === 'now' && formula.of.quantity === part,
  )
  return after?.id ?? part
}
