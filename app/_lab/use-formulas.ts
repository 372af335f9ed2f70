'use client'

import { useEffect, useState } from 'react'

/**
 * Formulas by TeX: those of the first paint come with the page; KaTeX itself is fetched when the page is idle, and
 * used only when a choice asks for a formula that is not there yet. Until then the caller shows the TeX's plain text.
 */
export function useFormulas(
  first: Record<string, string>,
  needed: readonly string[],
): Record<string, string> {
  const [formulas, setFormulas] = useState(first)
  const missing = needed.filter((tex) => formulas[tex] === undefined)
  const wanted = missing.join('\u0000')

  useEffect(() => {
    if (wanted === '') return
    let isCurrent = true
    void import('@/lib/platform/markdown/render-formula').then(({ renderFormula }) => {
      if (!isCurrent) return
      const more = wanted
        .split('\u0000')
        .map((tex) => [tex, renderFormula(tex, { display: false }).html] as const)
      setFormulas((known) => ({ ...known, ...Object.fromEntries(more) }))
    })
    return () => {
      isCurrent = false
    }
  }, [wanted])

  useEffect(() => {
    // Fetched ahead, so that another cell can be chosen after the network has gone.
    const fetchAhead = () => void import('@/lib/platform/markdown/render-formula')
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(fetchAhead, 3_000)
      return () => clearTimeout(timer)
    }
    const idle = requestIdleCallback(fetchAhead)
    return () => cancelIdleCallback(idle)
  }, [])

  return formulas
}
