import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type BenchServer = { url: string; stop: () => Promise<void> }

/** The house as `npm start` runs it, on a free port with a data folder of its own. */
export async function startBenchServer(): Promise<BenchServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'unroll-bench-'))
  const child = spawn(process.execPath, ['lib/boot/start.cjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: folder,
      DATABASE_URL: undefined,
      LOG_LEVEL: 'warn',
    },
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const found = /Open (http:\S+)/.exec(output)
      if (found) resolve(found[1])
    })
    child.once('close', (code) => reject(new Error(`The server ended with ${code}.\n${output}`)))
  })
  return {
    url,
    async stop() {
      child.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
