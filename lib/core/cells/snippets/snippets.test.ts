import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listOptions, randomNetwork } from '../fixtures/random-network'
import { runNetwork, type Network } from '../forward'
import type { ChosenCell } from '../layouts/layout'
import { getCell, listCells } from '../registry'
import { kerasSnippet } from './keras-snippet'
import { numpySnippet } from './numpy-snippet'
import { pytorchSnippet } from './pytorch-snippet'

/** One network for each cell under each of its conventions. */
const networks = listCells().flatMap((cell) =>
  listOptions(cell).map((options, k) => {
    const wanted = (chosen: ChosenCell) =>
      chosen.cell === cell && JSON.stringify(chosen.options) === JSON.stringify(options)
    const [found] = fc.sample(
      randomNetwork({ largest: 3, limit: 2, decimals: 2 }).filter(({ chosen }) => wanted(chosen)),
      { numRuns: 1, seed: k },
    )
    return found
  }),
)

/** A Python that has the module, from a system or a user's installation; null when there is none. */
function findPython(module: string): string | null {
  const has = (python: string) =>
    spawnSync(python, ['-c', `import ${module}`], { stdio: 'ignore', timeout: 120_000 }).status === 0
  return ['python3', '/usr/bin/python3'].find(has) ?? null
}

/** Debian's package, where this machine may install one; importing PyTorch takes too long for the short run. */
function installed(module: string): string | null {
  if (module === 'torch' && !process.env.UNROLL_FULL) return null
  const found = findPython(module)
  if (found !== null || !process.env.UNROLL_FULL) return found
  const name = `python3-${module}`
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], {
    stdio: 'ignore',
    timeout: 900_000,
  })
  return findPython(module)
}

/** The numbers that a program prints, line by line. */
function run(python: string, program: string): number[][] {
  const { status, stdout, stderr } = spawnSync(python, ['-'], {
    input: program,
    encoding: 'utf8',
    timeout: 120_000,
  })
  if (status !== 0) throw new Error(`${stderr}\n${program}`)
  return stdout
    .trim()
    .split('\n')
    .map((line) => (line.match(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi) ?? []).slice(1).map(Number))
}

/** What a snippet should print after the step's number: the output and the states, in its order. */
function printed(network: Network): number[][] {
  const states = network.form.states.map(({ id }) => id)
  const names = states.includes(network.form.output) ? states : [network.form.output, ...states]
  return runNetwork(network).steps.map((step) => names.flatMap((name) => Array.from(step[name])))
}

function agree(given: number[][], wanted: number[][], where: string): void {
  expect(given.length, where).toBe(wanted.length)
  wanted.forEach((line, t) => {
    expect(given[t].length, where).toBe(line.length)
    line.forEach((value, k) =>
      expect(Math.abs(given[t][k] - value), `${where} step ${t + 1}`).toBeLessThan(1e-12),
    )
  })
}

describe('snippets', () => {
  const writers = {
    numpy: (_: ChosenCell, network: Network) => numpySnippet(network),
    torch: (chosen: ChosenCell, network: Network) => {
      const written = pytorchSnippet(chosen, network)
      return written.ok ? written.value : null
    },
  }
  for (const module of ['numpy', 'torch'] as const) {
    const programs = networks.flatMap(({ chosen, network }) => {
      const program = writers[module](chosen, network)
      return program === null ? [] : [{ chosen, network, program }]
    })
    it(`are written in ${module} for every convention that it can express`, () => {
      expect(programs.length).toBeGreaterThan(module === 'numpy' ? 15 : 5)
    })

    // What cannot be run here has not passed: it is said, and is no test of this run.
    const python = installed(module)
    if (python === null) {
      console.info(
        `${programs.length} ${module} snippets were written, not run: that takes test:full and a machine that has it`,
      )
      continue
    }
    it(`print the same numbers in ${module}`, { timeout: 1_000_000 }, () => {
      // One interpreter for all: importing is most of the time.
      const lines = run(python, programs.map(({ program }) => program).join('\n'))
      let at = 0
      for (const { chosen, network } of programs) {
        const wanted = printed(network)
        agree(
          lines.slice(at, at + wanted.length),
          wanted,
          `${chosen.cell.id} ${JSON.stringify(chosen.options)}`,
        )
        at += wanted.length
      }
      console.info(`${programs.length} ${module} snippets were run and print the same numbers`)
    })
  }

  it('say so where a framework cannot express the convention', () => {
    const cell = getCell('gru')
    const found = networks.find(({ chosen }) => chosen.cell === cell && chosen.options.reset === 'before')
    if (found === undefined) throw new Error('no such network')
    const written = pytorchSnippet(found.chosen, found.network)
    expect(written.ok ? '' : written.problem.code).toBe('not_expressible')
    const keras = kerasSnippet(found.chosen, found.network)
    expect(keras.ok ? keras.value : '').toContain('reset_after=False')
  })
})
