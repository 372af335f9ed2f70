import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { OperatorError } from '@/lib/platform/operator-error'
import { EXCHANGE_WORKER } from '@/lib/authoring/exchange/exchange-worker-file'
import { hashFiles } from './hash-files'
import { packWorker } from './pack-worker'

// npm run bench has a build of its own, with an empty route to measure against (next.config.js).
const stampFile = () => `${process.env.UNROLL_BENCH ? '.next-bench' : '.next'}/build-inputs`
const inputs = [
  'app',
  'lib',
  'public',
  'prisma/schema.prisma',
  'proxy.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/**
 * Builds the pages and packs the process beside them when there is no build, or when what it was made from has
 * changed. Needs no database.
 */
export async function ensureBuild(): Promise<string> {
  const stamp = stampFile()
  const wanted = hashFiles(inputs, [process.version], isNoPartOfTheBuild)
  if (existsSync(stamp) && existsSync(EXCHANGE_WORKER) && readFileSync(stamp, 'utf8') === wanted)
    return 'up to date'
  rmSync(stamp, { force: true }) // a build that is broken off must not pass for the old one
  await packWorker()
  await runBuild()
  writeFileSync(stamp, wanted)
  return 'built'
}

function isNoPartOfTheBuild(file: string): boolean {
  return /^lib\/(store\/generated|boot)\/|\.test\.tsx?$/.test(file)
}

function runBuild(): Promise<void> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  return new Promise((resolve, reject) => {
    const build = spawn(process.execPath, [next, 'build'], { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    build.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    build.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    build.on('error', reject)
    build.on('close', (code) => {
      if (code === 0) return resolve()
      reject(new OperatorError(`${output}\nThe build failed; what Next says is above.`))
    })
  })
}
