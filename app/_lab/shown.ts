/** Three decimals with a real minus sign; what is exact stays short. */
export function shown(value: number): string {
  const rounded = Math.round(value * 1000) / 1000
  const text = Math.abs(rounded - value) < 1e-12 && Math.abs(value) < 1e6 ? String(rounded) : value.toFixed(3)
  return (Number(text) === 0 ? (rounded === value ? '0' : '0.000') : text).replace('-', '−')
}

/** How strongly a value tints its square: −1 to 1, of what its kind can reach. */
export function tintOf(value: number, range: 'unit' | 'signed-unit' | 'non-negative' | 'real'): number {
  const reach = range === 'real' || range === 'non-negative' ? 2 : 1
  return Math.max(-1, Math.min(1, value / reach))
}
