import { quantityTex } from '@/lib/core/cells/tex'
import { renderFormula } from '@/lib/platform/markdown/render-formula'
import { CELL_FORM, type CellInputs } from './cell-example'

type CellMarkup = {
  labels: Record<string, string>
  formulas: Record<string, string>
  inputLabels: Record<keyof CellInputs, string>
}

let rendered: CellMarkup | undefined

/** The formulas of the home page's cell, set once for the life of the server: the browser loads no KaTeX. */
export function renderCell(): CellMarkup {
  const tex = (source: string) => renderFormula(source, { display: false }).html
  rendered ??= {
    labels: Object.fromEntries(
      // The picture has a name of its own, so its labels carry no second reading for screen readers.
      CELL_FORM.diagram.parts.map((part) => [part.id, tex(part.tex)]),
    ),
    formulas: Object.fromEntries(CELL_FORM.quantities.map(({ id }) => [id, tex(quantityTex(CELL_FORM, id))])),
    inputLabels: { x: tex('x_t'), h: tex('h_{t-1}'), C: tex('C_{t-1}') },
  }
  return rendered
}
