const SCROLLERS = '.katex-display, .formula, pre, table'

/**
 * What is wider than its place scrolls inside itself, and so must be reachable by keyboard (WCAG 2.1.1); what fits
 * must not be one more stop. Follows the width; returns how to stop following.
 */
export function makeScrollersFocusable(root: HTMLElement): (() => void) | undefined {
  const scrollers = root.querySelectorAll<HTMLElement>(SCROLLERS)
  if (scrollers.length === 0) return undefined
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth + 1) target.setAttribute('tabindex', '0')
      else target.removeAttribute('tabindex')
    }
  })
  for (const scroller of scrollers) observer.observe(scroller)
  return () => observer.disconnect()
}
