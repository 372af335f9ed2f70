import path from 'node:path'
import { build } from 'esbuild'
import { expect, test } from '../fixtures'
import { fingerprintVariants } from './fingerprint-variants'

const SEEDS = process.env.UNROLL_FULL ? 10_000 : 400
const BATCH = 200

type WithVariants = { variants: { fingerprintVariants: typeof fingerprintVariants } }

test(`the browser and Node draw and compute the same ${SEEDS} variants, byte for byte`, async ({ page }) => {
  test.setTimeout(900_000)
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'fingerprint-variants.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'variants',
    target: 'chrome120',
    write: false,
  })
  await page.goto('about:blank')
  await page.addScriptTag({ content: outputFiles[0].text })
  const seen = new Set<string>()
  for (let first = 0; first < SEEDS; first += BATCH) {
    const here = fingerprintVariants(first, BATCH)
    const there = await page.evaluate(
      ([from, count]) => (window as unknown as WithVariants).variants.fingerprintVariants(from, count), // the bundle above
      [first, BATCH],
    )
    expect(there).toEqual(here)
    for (const print of here) seen.add(print)
  }
  expect(seen.size).toBeGreaterThan(SEEDS * 0.8) // an exercise with few variants meets them again
})
