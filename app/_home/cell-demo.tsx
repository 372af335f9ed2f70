'use client'

import { useState } from 'react'
import { formatShare } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { CellDiagram } from '../_cells/cell-diagram'
import { homeText } from '../_text/home'
import { Button } from '../_ui/button'
import { CELL_FORM, FIRST_INPUTS, runCell, shown, substituted, type CellInputs } from './cell-example'
import { InputSlider } from './input-slider'

const MAIN_LINE = ['C_previous', 'keep', 'C', 'C_next']
const ROWS = ['f', 'i', 'C_tilde', 'C', 'o', 'h']

type CellDemoProps = {
  /** KaTeX HTML, rendered on the server: of the diagram's parts, of the formulas, of the inputs. */
  labels: Record<string, string>
  formulas: Record<string, string>
  inputLabels: Record<keyof CellInputs, string>
}

/** A real step of a real cell (lib/core/cells), recomputed as the reader moves its inputs. */
export function CellDemo({ labels, formulas, inputLabels }: CellDemoProps) {
  const text = useText(homeText).cell
  const locale = useLocale()
  const [inputs, setInputs] = useState(FIRST_INPUTS)
  const step = runCell(inputs)
  const values = Object.fromEntries(Object.entries(step).map(([id, value]) => [id, shown(value)]))
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[1fr_23rem] lg:items-center">
      <CellDiagram
        diagram={CELL_FORM.diagram}
        labels={labels}
        values={values}
        openings={{ f: step.f, i: step.i, o: step.o }}
        mainLine={MAIN_LINE}
        name={text.picture}
      />
      <div className="grid gap-4">
        <fieldset className="grid gap-1">
          <legend className="sr-only">{text.inputs}</legend>
          {(['x', 'h', 'C'] as const).map((id) => (
            <InputSlider
              key={id}
              symbol={inputLabels[id]}
              name={text[id]}
              value={inputs[id]}
              onChange={(value) => setInputs({ ...inputs, [id]: value })}
            />
          ))}
        </fieldset>
        <p className="text-soft min-h-12 text-sm" aria-live="polite">
          {text.reading(formatShare(locale, step.f), formatShare(locale, step.i))}
        </p>
        <div>
          <Button onClick={() => setInputs(FIRST_INPUTS)}>{text.reset}</Button>
        </div>
      </div>
      <table className="w-full lg:col-span-2">
        <caption className="sr-only">{text.workings}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{text.formula}</th>
            <th scope="col">{text.numbers}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((id) => (
            <tr key={id} className="border-hairline grid gap-x-6 border-t py-2.5 sm:table-row">
              <th scope="row" className="py-1 text-start font-normal sm:py-3">
                <span className="text-lg" dangerouslySetInnerHTML={{ __html: formulas[id] }} />
              </th>
              <td className="text-soft flex items-baseline justify-between gap-4 py-1 font-serif sm:table-cell sm:py-3 sm:text-end">
                <span>{substituted(id, inputs, step)} =</span>{' '}
                <b className="text-accent inline-block min-w-[3.2em] text-end text-lg font-semibold">
                  {shown(step[id])}
                </b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
