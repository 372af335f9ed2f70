import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, describe, expect, it } from 'vitest'
import { cutPackages, HOSTILE_FILES, mutatedDatabase } from '@/lib/exchange/testing/hostile-files'
import { describeImportProblem } from './import-text'
import { openExchangeWorker, type ExchangeWorker } from './open-exchange-worker'

const folder = mkdtempSync(path.join(tmpdir(), 'unroll-hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const LIMIT_MS = 60_000
const MEGABYTE = 1024 * 1024

let files = 0
function written(bytes: Uint8Array): string {
  const file = path.join(folder, String(files++))
  writeFileSync(file, bytes)
  return file
}

async function readAll(worker: ExchangeWorker, bytes: Uint8Array, name: string) {
  const opened = await worker.call('open', { file: written(bytes), name }, LIMIT_MS)
  if (!opened.ok) return opened
  const notes = await worker.call('notes', { from: 0, count: 200 })
  if (!notes.ok) return notes
  const drafts = notes.value.map(({ kind, tags, text }) => ({
    kind,
    tags,
    fields: 'fields' in text ? text.fields : { en: text.field },
  }))
  const rendered = await worker.call('render', { notes: drafts, images: [], isOnlyChecked: false })
  return rendered.ok ? opened : rendered
}

describe('files made to do harm', () => {
  it.each(HOSTILE_FILES.map((file) => [file.name, file] as const))(
    '%s: refused with a sentence or made harmless, in bounded time and memory, while the server goes on',
    async (_, { fileName, bytes, refused }) => {
      const worker = openExchangeWorker()
      await worker.call('notes', { from: 0, count: 1 }) // the process stands
      const content = bytes()
      const delay = monitorEventLoopDelay({ resolution: 10 })
      const before = process.memoryUsage().rss
      let peak = before
      const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20)
      delay.enable()
      const began = performance.now()
      const outcome = await readAll(worker, content, fileName)
      const took = performance.now() - began
      delay.disable()
      clearInterval(watch)
      await worker.close()
      if (refused) {
        expect(outcome.ok).toBe(false)
        if (!outcome.ok) {
          expect(refused).toContain(outcome.problem.code)
          for (const locale of ['en', 'zh'] as const)
            expect(describeImportProblem(outcome.problem, locale).length).toBeGreaterThan(5)
        }
      } else expect(outcome).toMatchObject({ ok: true })
      expect(took).toBeLessThan(LIMIT_MS)
      expect((peak - before) / MEGABYTE).toBeLessThan(900)
      // The largest of these files is itself made and written on this thread, before.
      if (process.env.UNROLL_FULL) expect(delay.max / 1e6).toBeLessThan(1_000)
    },
    120_000,
  )

  it('a package cut off anywhere is refused', async () => {
    const worker = openExchangeWorker()
    for (const bytes of cutPackages(process.env.UNROLL_FULL ? 300 : 40)) {
      const outcome = await worker.call('open', { file: written(bytes), name: 'a.apkg' }, LIMIT_MS)
      expect(outcome).toMatchObject({ ok: false })
      if (!outcome.ok) expect(['zip-damaged', 'text-not-text', 'no-notes']).toContain(outcome.problem.code)
    }
    await worker.close()
  }, 120_000)

  it('a damaged database is read as far as it goes or refused, and never ends its process', async () => {
    const worker = openExchangeWorker()
    const codes = new Map<string, number>()
    for (let seed = 1; seed <= (process.env.UNROLL_FULL ? 600 : 60); seed++) {
      const outcome = await worker.call(
        'open',
        { file: written(mutatedDatabase(seed)), name: 'a.apkg' },
        LIMIT_MS,
      )
      const code = outcome.ok ? 'read' : outcome.problem.code
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
    await worker.close()
    expect(
      [...codes.keys()].filter(
        (code) =>
          !['read', 'database-damaged', 'database-not-anki', 'no-notes', 'too-many-notes'].includes(code),
      ),
    ).toEqual([])
  }, 600_000)

  it('what takes too long or too much memory ends its process and nothing else', async () => {
    const slow = openExchangeWorker()
    const bytes = HOSTILE_FILES[0].bytes()
    const outcome = await slow.call('open', { file: written(bytes), name: 'a.apkg' }, 1)
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'took-too-long' } })
    expect(await slow.call('notes', { from: 0, count: 1 })).toMatchObject({ ok: false })
    await slow.close()
    const small = openExchangeWorker({ heapMb: 24 })
    const rows = new TextEncoder().encode(
      Array.from({ length: 19_000 }, (_, i) => `${i} ${'text '.repeat(200)},a`).join('\n'),
    )
    const full = await small.call('open', { file: written(rows), name: 'a.csv' }, LIMIT_MS)
    expect(full).toMatchObject({ ok: false, problem: { code: 'too-much-memory' } })
    await small.close()
  }, 120_000)
})
