import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8')
const tokens = new Map(
  Array.from(css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g), ([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
)

/** WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

const TEXT: [ink: string, ground: string][] = [
  ...['ink', 'ink-soft', 'accent', 'accent-strong', 'danger', 'good', 'caution'].flatMap((ink) =>
    ['paper', 'paper-raised', 'paper-sunk'].map((ground): [string, string] => [ink, ground]),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent', 'accent-wash'],
  ['ink', 'accent-wash'],
  ['ink', 'accent-wash-strong'],
  ['danger', 'danger-wash'],
]

describe.each(['light', 'dark'] as const)('contrast of the tokens, %s', (theme) => {
  const of = (name: string) => tokens.get(name)?.[theme] ?? `no token ${name}`

  it.each(TEXT)('%s on %s can be read: at least 4.5:1', (ink, ground) => {
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['paper', 'paper-raised'])('the outline of a control is seen on %s: at least 3:1', (ground) => {
    expect(contrast(of('outline'), of(ground))).toBeGreaterThanOrEqual(3)
  })
})
