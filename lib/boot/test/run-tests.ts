import { mkdirSync, rmSync } from 'node:fs'
import { ensureBuild } from '../start/ensure-build'
import { ensureClients } from '../start/ensure-clients'
import { countPlaywright, countVitest } from './count-results'
import type { Counts } from './count-results'
import { findBrowser, noBrowser } from './find-browser'
import { runProgram } from './run-program'

type Outcome = Counts & { output: string }
type Step = { name: string; run(): Promise<Outcome> }

const reports = 'test-results'

/** One program of node_modules that passes or fails as a whole. */
function check(name: string, file: string, args: string[]): Step {
  return {
    name,
    async run() {
      const { ok, output } = await runProgram(process.execPath, [`node_modules/${file}`, ...args])
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output }
    },
  }
}

/** @param part the first of two halves of the files, say, as '1/2' */
function vitest(name: 'unit' | 'store', part = '1/1'): Step {
  return {
    name: part === '1/1' ? name : `${name} ${part}`,
    async run() {
      const report = `${reports}/${name}-${part.replace('/', '-of-')}.json`
      const { output } = await runProgram(
        process.execPath,
        [
          'node_modules/vitest/vitest.mjs',
          'run',
          '--project',
          name,
          `--shard=${part}`,
          '--maxWorkers=1',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${report}`,
        ],
        { FORCE_COLOR: '0' },
      )
      return { ...countVitest(report), output }
    },
  }
}

const build: Step = {
  name: 'build',
  async run() {
    try {
      return { passed: 1, failed: 0, output: await ensureBuild() }
    } catch (error) {
      return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) }
    }
  },
}

const browser: Step = {
  name: 'browser',
  async run() {
    const found = findBrowser((what) => console.log(`  ${what}…`))
    if (found === null) return { passed: 0, failed: 1, output: noBrowser() }
    const report = `${reports}/browser.json`
    const { output } = await runProgram(
      process.execPath,
      [
        'node_modules/@playwright/test/cli.js',
        'test',
        '--config',
        'e2e/playwright.config.ts',
        '--reporter=list,json',
      ],
      {
        UNROLL_BROWSER: found,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        FORCE_COLOR: '0',
        NODE_ENV: 'production',
      },
    )
    return { ...countPlaywright(report), output }
  },
}

// Two lanes side by side, a core for each: what the store's tests measure must not be measured beside more than that.
// Each takes the next step when it is done with one. The browser has the machine to itself.
const LANES = 2
const beside: Step[] = [
  vitest('store', '1/3'),
  check('prettier', 'prettier/bin/prettier.cjs', ['--check', '.']),
  check('types', 'typescript/bin/tsc', ['-p', '.', '--noEmit']),
  check('eslint', 'eslint/bin/eslint.js', ['.']),
  check('knip', 'knip/bin/knip.js', ['--no-progress']),
  build,
  vitest('unit'),
  vitest('store', '2/3'),
  vitest('store', '3/3'),
]

/**
 * Everything that is checked, as `npm test`; `npm test -- unit types` runs only those. Ends with one line of counts:
 * each test of vitest and Playwright, and one for each other check. Returns the exit code.
 */
export async function runTests(args: string[]): Promise<number> {
  if (args.includes('--full')) process.env['UNROLL_FULL'] = '1'
  const wanted = args.filter((arg) => !arg.startsWith('--'))
  const known = [...new Set([...beside, browser].map(kindOf))]
  const unknown = wanted.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    console.error(`There is no check called ${unknown}; there are ${known.join(', ')}.`)
    return 1
  }
  const isWanted = (step: Step) => wanted.length === 0 || wanted.includes(kindOf(step))

  const begun = performance.now()
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  ensureClients()
  const total: Counts = { passed: 0, failed: 0 }
  const waiting = beside.filter(isWanted)
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await runStep(step, total)
    }),
  )
  if (isWanted(browser)) {
    if (wanted.includes('browser') && !wanted.includes('build')) await runStep(build, total)
    await runStep(browser, total)
  }
  console.log(`\nIn ${seconds(begun)}:`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  return total.failed > 0 ? 1 : 0
}

/** What `npm test -- …` calls it: a step in parts is asked for as a whole. */
const kindOf = ({ name }: Step): string => name.replace(/ \d+\/\d+$/, '')

async function runStep(step: Step, total: Counts): Promise<void> {
  const begun = performance.now()
  console.log(`${step.name}: running`)
  const { passed, failed, output } = await step.run()
  total.passed += passed
  total.failed += failed
  if (failed > 0) console.log(`\n${output.trimEnd()}\n`)
  console.log(`${step.name}: ${passed} passed, ${failed} failed, ${seconds(begun)}`)
}

function seconds(begun: number): string {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`
}
