/** Three decimals with a real minus sign; what is exact stays short. */
export function shown(value: number): string {
  const rounded = Math.round(value * 1000) / 1000
  const text = Math.abs(rounded - value) < 1e-12 && Math.abs(value) < 1e6 ? String(rounded) : value.toFixed(3)
  return (Number(text) === 0 ? (rounded === value ? '0' : '0.000') : text).replace('-', '−')
}
