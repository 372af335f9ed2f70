import path from 'node:path'
import type { CallName, ExchangeCalls, WorkerProblem, WorkerReply, WorkerRequest } from './exchange-calls'

export type Called<T> = { ok: true; value: T } | { ok: false; problem: WorkerProblem }

export type ExchangeWorker = {
  /** Never throws. A call that takes longer than `limitMs` ends the thread, and so does one that needs too much memory. */
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
// A bundler that sees `new Worker` follows it, and would pack the thread and tsx into the pages: so it is asked of Node
// itself, and finds its file when it is used. The server's folder is the program's own (lib/boot/start).
const { Worker } = process.getBuiltinModule('node:worker_threads')
const entry = () => path.join(process.cwd(), 'lib', 'authoring', 'exchange', 'worker-entry.mjs')

export function openExchangeWorker({ heapMb = HEAP_MB, onProgress }: WorkerLimits = {}): ExchangeWorker {
  const worker = new Worker(entry(), {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    execArgv: [],
    stdout: true,
    stderr: true,
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
  worker.on('message', (reply: WorkerReply) => {
    if (reply.id === null) return onProgress?.(reply.done, reply.total)
    const settle = waiting.get(reply.id)
    waiting.delete(reply.id)
    settle?.(reply.ok ? { ok: true, value: reply.value } : { ok: false, problem: reply.problem })
  })
  worker.on('error', (error: Error & { code?: string }) => {
    const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || /allocation/i.test(error.message)
    end(isMemory ? { code: 'too-much-memory' } : { code: 'stopped', detail: error.message })
  })
  worker.on('exit', () => end({ code: 'stopped' }))

  return {
    call<M extends CallName>(name: M, given: ExchangeCalls[M]['takes'], limitMs = CALL_MS) {
      return new Promise<Called<ExchangeCalls[M]['gives']>>((resolve) => {
        if (ended) return resolve({ ok: false, problem: ended })
        const id = ++last
        const timer = setTimeout(() => {
          end({ code: 'took-too-long' })
          void worker.terminate()
        }, limitMs)
        waiting.set(id, (answer) => {
          clearTimeout(timer)
          // The border: the worker answers a call with what its type says.
          resolve(answer as Called<ExchangeCalls[M]['gives']>)
        })
        const request: WorkerRequest = { id, name, given }
        worker.postMessage(request)
      })
    },
    async close() {
      end({ code: 'stopped' })
      await worker.terminate()
    },
  }
}
