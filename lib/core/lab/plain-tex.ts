const NAMES: [pattern: RegExp, plain: string][] = [
  [/\\tilde\{(\w)\}/g, '$1\u0303'],
  [/\\sigma/g, 'σ'],
  [/\\(?:mathrm|text)\{(\w+)\}/g, '$1'],
  [/\\(?:left|right)/g, ''],
  [/\\cdot/g, '·'],
  [/\\([a-z]+)/gi, '$1'],
]

/** A cell's own TeX in plain characters: for names of buttons, tables of numbers, and the moment before KaTeX is there. */
export function plainTex(tex: string): string {
  return NAMES.reduce((text, [pattern, plain]) => text.replace(pattern, plain), tex).replace(/[{}]/g, '')
}
