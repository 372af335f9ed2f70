/**
 * `\tilde{C}t` and `C{t-1}`: underscores that copying took for emphasis. One is put back only where the same text has
 * the formula with it elsewhere; what has no witness stays as it is.
 */
export function restoreSubscripts(text: string, witness: string): { text: string; isRestored: boolean } {
  let isRestored = false
  const restored = text.replace(/\$\$[^$]+\$\$|\$[^$]+\$/g, (whole) => {
    const mended = whole
      .replace(/(\\(?:tilde|hat|bar|vec)\{[A-Za-z]\})([A-Za-z0-9])/g, (lost, base: string, index: string) =>
        witness.includes(`${base}_${index}`) ? `${base}_${index}` : lost,
      )
      .replace(/(?<![A-Za-z\\])([A-Za-z])(\{[A-Za-z0-9+-]{1,6}\})/g, (lost, base: string, index: string) =>
        witness.includes(`${base}_${index}`) ? `${base}_${index}` : lost,
      )
    isRestored ||= mended !== whole
    return mended
  })
  return { text: restored, isRestored }
}
