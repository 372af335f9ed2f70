import { quantityTex } from '@/lib/core/cells/tex'
import { getCell } from '@/lib/core/cells/registry'
import { listPlaces } from '@/lib/core/lab/draw-network'
import type { LabSetup } from '@/lib/core/lab/lab-setup'

/** Every formula that the lab shows for a setup: what the server renders ahead and the browser asks for later. */
export function texOfLab(setup: LabSetup): string[] {
  const form = getCell(setup.cell).form(setup.options)
  return [
    ...new Set([
      ...form.quantities.flatMap(({ id, tex }) => [tex, quantityTex(form, id)]),
      ...form.diagram.parts.map(({ tex }) => tex),
      ...listPlaces(setup).map(({ label }) => label),
    ]),
  ]
}
