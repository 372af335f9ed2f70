/** The four flags in the theme's own colours; their names stand beside them. */
export const FLAG_COLOURS = {
  1: 'var(--danger)',
  2: 'var(--caution)',
  3: 'var(--good)',
  4: 'var(--accent)',
} as const

export function flagOf(flag: number): 1 | 2 | 3 | 4 | null {
  return flag === 1 || flag === 2 || flag === 3 || flag === 4 ? flag : null
}
