import { spawn } from 'node:child_process'
import path from 'node:path'

export type LaunchedServer = {
  url: string
  claimPath: string | null
  output(): string
  /** Ends it as a person would and returns its exit code; 'SIGKILL' as a power cut would. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

/**
 * The real server as `npm start` runs it, on a free port. It believes X-Forwarded-For, so that each test can come
 * from an address of its own and none is slowed by the limits that another used up.
 */
export async function launchServer(env: Record<string, string>): Promise<LaunchedServer> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '../lib/boot/start.cjs')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutNpm(process.env),
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      TRUST_PROXY: 'yes',
      LOG_LEVEL: 'warn',
      ...env,
    },
  })
  process.once('exit', () => child.kill('SIGKILL')) // a test that fails half-way leaves no server behind
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const found = /Open (http:\S+)/.exec(output)
      if (found?.[1] !== undefined) resolve(found[1])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('close', (code) => reject(new Error(`The server ended with ${String(code)}:\n${output}`)))
  })
  return {
    url,
    claimPath: /\/claim\/\S+/.exec(output)?.[0] ?? null,
    output: () => output,
    stop(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

/** Under npm the server watches its parent, which here is not npm. */
function withoutNpm(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('npm_')))
}
