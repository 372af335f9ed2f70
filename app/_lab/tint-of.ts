/** How strongly a value tints its square: −1 to 1, of what its kind can reach. */
export function tintOf(value: number, range: 'unit' | 'signed-unit' | 'non-negative' | 'real'): number {
  const reach = range === 'real' || range === 'non-negative' ? 2 : 1
  return Math.max(-1, Math.min(1, value / reach))
}
