import { fork, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { databasePlace } from '@/lib/store/database-place'
import { openStoreAt } from '@/lib/store/store'
import { checkMemories } from '@/lib/study/check-memories'
import type { LoadJob, LoadResult } from './answer-load'
import { seedBench } from './seed-bench'

const HOST = '127.0.0.1'
const EMPTY_PATH = '/api/empty'
const CONNECTIONS = 16
const CARDS = 2_000
/** Short turns, many of them: what else the machine does then falls on both alike. */
const TURNS = 15
const SECONDS_A_TURN = 1.5

export type RouteRate = { perSecond: number; p50: number; p99: number }

export type AnswersBench = {
  empty: RouteRate
  answers: RouteRate
  /** Answers a second as a share of the empty route's. */
  share: number
  acknowledged: number
  stored: number
  /** Memories that are not what their log folds to. */
  differences: number
}

/**
 * Answers a second at 16 connections on SQLite (synchronous=FULL), session and permission checks included, beside an
 * empty route handler of the same server in the same run.
 */
export async function benchAnswers(port: number): Promise<AnswersBench> {
  const folder = mkdtempSync(path.join(tmpdir(), 'unroll-bench-'))
  const place = databasePlace({ dataDir: folder })
  const secret = randomBytes(48).toString('base64url')
  const learners = await seedBench(place, secret, { learners: CONNECTIONS, cards: CARDS })
  const server = spawn(process.execPath, ['lib/boot/start.cjs'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST,
      PORT: String(port),
      DATA_DIR: folder,
      DATABASE_URL: undefined,
      SESSION_SECRET: secret,
      LOG_LEVEL: 'warn',
    },
  })
  const load = startLoad()
  try {
    await untilReady(port, server)
    const measure = (emptyPath: string | null) =>
      load.run({ host: HOST, port, emptyPath, seconds: SECONDS_A_TURN, learners })
    const [empty, answers] = [total(), total()]
    const warmUp = [await measure(EMPTY_PATH), await measure(null)]
    for (let turn = 0; turn < TURNS; turn++) {
      add(empty, await measure(EMPTY_PATH))
      add(answers, await measure(null))
    }
    const acknowledged = answers.acknowledged + warmUp[1].acknowledged
    const store = await openStoreAt(place)
    const { events, differences } = await checkMemories(store)
    await store.close()
    return {
      empty: rate(empty),
      answers: rate(answers),
      share: rate(answers).perSecond / rate(empty).perSecond,
      acknowledged,
      stored: events,
      differences: differences.length,
    }
  } finally {
    load.stop()
    const gone = new Promise((resolve) => server.once('exit', resolve))
    if (server.exitCode === null && server.kill()) await gone
    rmSync(folder, { recursive: true, force: true })
  }
}

function startLoad() {
  const child = fork(path.join(import.meta.dirname, 'answer-load.ts'), { execArgv: ['--import', 'tsx'] })
  return {
    run: (job: LoadJob): Promise<LoadResult> =>
      new Promise((resolve, reject) => {
        const stopped = () => reject(new Error('The load stopped early: see above'))
        child.once('exit', stopped)
        child.once('message', (result) => {
          child.off('exit', stopped)
          resolve(result as LoadResult) // what answer-load sends
        })
        child.send(job)
      }),
    stop: () => void child.kill(),
  }
}

async function untilReady(port: number, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error('The server did not start: see above')
    const ready = await fetch(`http://${HOST}:${port}/api/health/ready`).catch(() => null)
    if (ready?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The server did not become ready in a minute')
}

const total = (): LoadResult => ({ requests: 0, acknowledged: 0, seconds: 0, latencies: [] })

function add(sum: LoadResult, turn: LoadResult): void {
  sum.requests += turn.requests
  sum.acknowledged += turn.acknowledged
  sum.seconds += turn.seconds
  sum.latencies = sum.latencies.concat(turn.latencies)
}

function rate({ requests, seconds, latencies }: LoadResult): RouteRate {
  const sorted = [...latencies].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  return { perSecond: requests / seconds, p50: at(0.5), p99: at(0.99) }
}
