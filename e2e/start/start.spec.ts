import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { launchServer } from '../launch-server'

// `npm start` itself: with a data folder of its own, on the build that is there.

const root = path.join(import.meta.dirname, '../..')
let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'unroll-start-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the start script to its end, which is to be a refusal. */
function refuse(env: Record<string, string>, ...args: string[]) {
  const run = spawnSync(process.execPath, ['lib/boot/start.cjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    timeout: 50_000,
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, ...env },
  })
  return { code: run.status, said: run.stderr.trim() }
}

test('from an empty folder it makes everything, offers the administrator’s link, and starts again in no time', async () => {
  const first = await launchServer({ DATA_DIR: folder })
  expect(first.output()).toContain('rnn-lstm-gru created')
  expect(first.claimPath).toMatch(/^\/claim\/.{20,}/)
  expect(statSync(path.join(folder, 'session-secret')).mode & 0o777).toBe(0o600)
  expect((await fetch(`${first.url}/api/health/ready`)).status).toBe(200)
  expect(await first.stop()).toBe(0)

  const begun = performance.now()
  const second = await launchServer({ DATA_DIR: folder })
  const millis = performance.now() - begun
  const home = await fetch(second.url)
  expect([home.status, await home.text()]).toEqual([200, expect.stringContaining('Unroll')])
  expect(second.output()).toMatch(/database\s+up to date[^]*decks\s+up to date/)
  expect(await second.stop()).toBe(0)
  console.log(`second start: ${Math.round(millis)} ms`)
  // Three seconds on a machine with nothing else to do; here the other tests run beside it.
  expect(millis).toBeLessThan(10_000)
})

test('a second server on the same data is refused, and after kill -9 the next one may start', async () => {
  const first = await launchServer({ DATA_DIR: folder })
  const second = refuse({})
  expect(second).toEqual({
    code: 1,
    said: expect.stringMatching(/^Another Unroll server \(process \d+\) is using .*$/),
  })
  await first.stop('SIGKILL')
  const third = await launchServer({ DATA_DIR: folder })
  expect(await third.stop()).toBe(0)
})

test('when npm is killed, the server that it started goes, too', async () => {
  const npm = spawn('npm', ['start'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true, // as under a supervisor: the signal reaches npm alone
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder },
  })
  let output = ''
  npm.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await expect.poll(() => output, { timeout: 40_000 }).toMatch(/Open http/)
  const url = /Open (http:\S+)/.exec(output)![1]!
  npm.kill('SIGKILL')
  const isAnswering = () =>
    fetch(`${url}/api/health/live`).then(
      ({ ok }) => ok,
      () => false,
    )
  await expect.poll(isAnswering, { timeout: 15_000 }).toBe(false)
})

test('what a person can mend is one sentence and a non-zero exit', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { port } = taken.address() as AddressInfo // it listens on a port, not on a pipe
  const file = path.join(folder, 'file')
  writeFileSync(file, '')
  const short = path.join(folder, 'short')
  mkdirSync(short)
  writeFileSync(path.join(short, 'session-secret'), 'short')
  // Folders where files are to be, and a file that is something else: the data folder itself can be written to.
  const [lock, pid, other] = ['lock', 'pid', 'other'].map((name) => path.join(folder, name))
  mkdirSync(path.join(lock, 'unroll.db.lock'), { recursive: true })
  mkdirSync(path.join(pid, 'unroll.db.pid'), { recursive: true })
  mkdirSync(other)
  writeFileSync(path.join(other, 'unroll.db.lock'), 'not a lock of ours'.repeat(50))
  const cases: [Record<string, string>, RegExp][] = [
    [{ PORT: String(port) }, /^Port \d+ is taken by another program; .*$/],
    [{ DATA_DIR: path.join(file, 'data') }, /^The data folder .* cannot be written to .*$/],
    [{ DATABASE_URL: 'mysql://nobody' }, /^The environment is not right: DATABASE_URL must begin with .*$/],
    [
      { DATABASE_URL: 'postgresql://a:b@127.0.0.1:9/x' },
      /^PostgreSQL at DATABASE_URL cannot be used: nothing answers .*$/,
    ],
    [
      { DATABASE_URL: 'postgresql://localhost:99999/x' },
      /^The environment is not right: DATABASE_URL must be like .*$/,
    ],
    [
      { DATABASE_URL: 'postgresql://a:b#c@localhost/x' },
      /^The environment is not right: DATABASE_URL must be like .*$/,
    ],
    [{ DATA_DIR: short }, /^.*session-secret is too short to be a session secret; .*$/],
    [{ DATA_DIR: lock }, /^.*unroll\.db\.lock, .*, cannot be written \(SQLITE_CANTOPEN\w*\); .*$/],
    [{ DATA_DIR: pid }, /^.*unroll\.db\.pid, .*, cannot be written \(EISDIR\); .*$/],
    [{ DATA_DIR: other }, /^.*unroll\.db\.lock, .*, cannot be written \(SQLITE_NOTADB\); .*$/],
    [{ PORT: ' ' }, /^The environment is not right: PORT must be a number\.$/],
    [{ PORT: 'eighty' }, /^The environment is not right: PORT must be a number\.$/],
  ]
  for (const [env, sentence] of cases) {
    expect(refuse(env), JSON.stringify(env)).toEqual({ code: 1, said: expect.stringMatching(sentence) })
  }
  expect(refuse({}, '--deV').said).toMatch(/^There is no option --deV; .*$/)
  taken.close()
})

test('a database that is damaged is refused, not replaced', () => {
  const file = path.join(folder, 'unroll.db')
  writeFileSync(file, 'this was never a database, but it is somebody’s file'.repeat(50))
  expect(refuse({})).toEqual({
    code: 1,
    said: expect.stringMatching(/is damaged or is no database; restore a backup/),
  })
  expect(readFileSync(file, 'utf8')).toContain('somebody’s file')
})

test('an old Node is told so before anything else is read', () => {
  const script = `Object.defineProperty(process.versions, 'node', { value: '18.20.0' }); require('./lib/boot/start.cjs')`
  const run = spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    cwd: root,
  })
  expect([run.status, run.stderr.trim()]).toEqual([1, 'Unroll needs Node 20.19 or newer; this is 18.20.0.'])
})

test('--help lists every environment value', () => {
  const run = spawnSync(process.execPath, ['lib/boot/start.cjs', '--help'], {
    encoding: 'utf8',
    cwd: root,
  })
  expect(run.status).toBe(0)
  expect(run.stdout).toMatch(/HOST[^]*PORT[^]*DATA_DIR[^]*DATABASE_URL[^]*PUBLIC_URL[^]*TRUST_PROXY/)
})
