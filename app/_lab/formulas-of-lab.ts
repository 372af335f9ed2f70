import { renderFormula } from '@/lib/platform/markdown/render-formula'
import type { LabSetup } from '@/lib/core/lab/lab-setup'
import { texOfLab } from './tex-of-lab'

const rendered = new Map<string, string>()

/** KaTeX's HTML by TeX, for the first paint. The formulas of all cells are few, so each is set once a server's life. */
export function formulasOfLab(setup: LabSetup): Record<string, string> {
  return Object.fromEntries(
    texOfLab(setup).map((tex) => {
      let html = rendered.get(tex)
      if (html === undefined) {
        html = renderFormula(tex, { display: false }).html
        if (rendered.size < 2_000) rendered.set(tex, html)
      }
      return [tex, html]
    }),
  )
}
