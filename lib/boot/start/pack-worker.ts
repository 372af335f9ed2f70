import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { EXCHANGE_WORKER } from '@/lib/authoring/exchange/exchange-worker-file'

/** Found at run time: it loads a program of its own from beside its code. */
const LOADS_BESIDE_ITSELF = ['sql.js']

/** Some packages are written for `require`, which a module does not have. */
const REQUIRE =
  "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);"

/**
 * The process that reads and writes other people's files, packed into one that Node runs as it is. It is started anew
 * for each of them, and reading its TypeScript each time cost two seconds of the processor before the first byte.
 */
export async function packWorker(): Promise<void> {
  const packed = await build({
    entryPoints: [path.join('lib', 'authoring', 'exchange', 'exchange-worker.ts')],
    outfile: EXCHANGE_WORKER,
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: LOADS_BESIDE_ITSELF,
    banner: { js: REQUIRE },
    logLevel: 'error',
  })
  mkdirSync(path.dirname(EXCHANGE_WORKER), { recursive: true })
  // In one step: a build and a test may pack at once while another is starting it.
  const fresh = `${EXCHANGE_WORKER}.${process.pid}`
  writeFileSync(fresh, packed.outputFiles[0].contents)
  renameSync(fresh, EXCHANGE_WORKER)
}
