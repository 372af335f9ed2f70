import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

export type Counts = { passed: number; failed: number }

const vitestReport = z.object({ numPassedTests: z.number(), numTotalTests: z.number(), success: z.boolean() })
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
})

/** What vitest's JSON report says. A test that was skipped or never ran has not passed; nor has a file that broke. */
export function countVitest(file: string): Counts {
  const report = read(file, vitestReport)
  if (report === null) return { passed: 0, failed: 1 }
  const failed = report.numTotalTests - report.numPassedTests
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed }
}

export function countPlaywright(file: string): Counts {
  const report = read(file, playwrightReport)
  if (report === null) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + skipped + report.errors.length }
}

function read<T>(file: string, schema: z.ZodType<T>): T | null {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null
}
