import path from 'node:path'
import { EXCHANGE_WORKER } from './exchange-worker-file'
import type { CallName, ExchangeCalls, WorkerProblem, WorkerReply, WorkerRequest } from './exchange-calls'

export type Called<T> = { ok: true; value: T } | { ok: false; problem: WorkerProblem }

export type ExchangeWorker = {
  /** Never throws. A call that takes longer than `limitMs` ends the process, and so does one that needs too much memory. */
  call<M extends CallName>(
    name: M,
    given: ExchangeCalls[M]['takes'],
    limitMs?: number,
  ): Promise<Called<ExchangeCalls[M]['gives']>>
  close(): Promise<void>
}

export type WorkerLimits = { heapMb?: number; onProgress?: (done: number, total: number) => void }

const CALL_MS = 30_000
const HEAP_MB = 320
// Asked of Node itself: a bundler that sees `fork` follows it, and would pack the process into the pages. The server's
// folder is the program's own (lib/boot/start).
const { fork } = process.getBuiltinModule('node:child_process')
const entry = () => path.join(process.cwd(), EXCHANGE_WORKER)

/**
 * A process and not a thread: a thread that runs out of memory in one large step takes the whole server with it,
 * whatever limit it was given.
 */
export function openExchangeWorker({ heapMb = HEAP_MB, onProgress }: WorkerLimits = {}): ExchangeWorker {
  const worker = fork(entry(), [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${heapMb}`, '--max-semi-space-size=16', '--stack-size=2000'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { NODE_ENV: process.env.NODE_ENV },
  })
  const waiting = new Map<number, (answer: Called<unknown>) => void>()
  let ended: WorkerProblem | null = null
  let last = 0

  const end = (problem: WorkerProblem) => {
    ended ??= problem
    for (const settle of waiting.values()) settle({ ok: false, problem: ended })
    waiting.clear()
  }
  // Typed by what exchange-worker sends.
  worker.on('message', (message) => {
    const reply = message as WorkerReply
    if (reply.id === null) return onProgress?.(reply.done, reply.total)
    const settle = waiting.get(reply.id)
    waiting.delete(reply.id)
    settle?.(reply.ok ? { ok: true, value: reply.value } : { ok: false, problem: reply.problem })
  })
  worker.on('error', (error) => end({ code: 'stopped', detail: error.message }))
  // V8 ends a process that has no memory left by SIGABRT, the kernel by SIGKILL.
  worker.on('exit', (code, signal) =>
    end({
      code: code === 134 || signal === 'SIGABRT' || signal === 'SIGKILL' ? 'too-much-memory' : 'stopped',
    }),
  )

  return {
    call<M extends CallName>(name: M, given: ExchangeCalls[M]['takes'], limitMs = CALL_MS) {
      return new Promise<Called<ExchangeCalls[M]['gives']>>((resolve) => {
        if (ended) return resolve({ ok: false, problem: ended })
        const id = ++last
        const timer = setTimeout(() => {
          end({ code: 'took-too-long' })
          worker.kill('SIGKILL')
        }, limitMs)
        waiting.set(id, (answer) => {
          clearTimeout(timer)
          // The border: the worker answers a call with what its type says.
          resolve(answer as Called<ExchangeCalls[M]['gives']>)
        })
        const request: WorkerRequest = { id, name, given }
        worker.send(request)
      })
    },
    async close() {
      end({ code: 'stopped' })
      if (worker.exitCode !== null || worker.signalCode !== null) return
      const gone = new Promise((resolve) => worker.once('exit', resolve))
      worker.kill('SIGKILL')
      await gone
    },
  }
}
