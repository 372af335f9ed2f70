import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findUpload, MAX_UPLOAD_BYTES, removeUploads, storeUpload } from './upload-folder'

const folder = mkdtempSync(path.join(tmpdir(), 'unroll-uploads-'))
beforeAll(() => {
  process.env.DATA_DIR = folder
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const now = Date.now()
// Node's stream is the DOM's at run time, and `duplex` is what Node asks of a body in pieces: the types know neither.
const streamed = (chunks: Iterable<Uint8Array>) =>
  new Request('http://localhost/api/v1/uploads', {
    method: 'POST',
    body: Readable.toWeb(Readable.from(chunks)) as ReadableStream,
    duplex: 'half',
  } as RequestInit)

it('keeps what came, by its hash, for its owner alone and for a day', async () => {
  const bytes = randomBytes(300_000)
  const stored = await storeUpload('anna', streamed([bytes.subarray(0, 7), bytes.subarray(7)]), now)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(stored).toEqual({ ok: true, value: { sha256, bytes: bytes.length } })
  const file = await findUpload('anna', sha256, now)
  expect(file && readFileSync(file).equals(bytes)).toBe(true)
  expect(await findUpload('ben', sha256, now)).toBeNull()
  expect(await findUpload('anna', `../anna/${sha256}`, now)).toBeNull()
  expect(await findUpload('anna', sha256, now + 25 * 60 * 60_000)).toBeNull()
})

it('keeps nothing of what is too large, however it is sent', async () => {
  function* tooMuch() {
    const piece = new Uint8Array(1024 * 1024)
    for (let i = 0; i <= MAX_UPLOAD_BYTES / piece.length; i++) yield piece
  }
  const refused = await storeUpload('carl', streamed(tooMuch()), now)
  expect(refused).toMatchObject({ ok: false, code: 'too-large' })
  expect(readdirSync(path.join(folder, 'uploads', 'carl'))).toEqual([])
})

it('drops what is old when something new comes, and everything with its owner', async () => {
  const old = await storeUpload('dora', streamed([randomBytes(10)]), now)
  const file = old.ok ? await findUpload('dora', old.value.sha256, now) : null
  if (file) utimesSync(file, new Date(now - 2 * 86_400_000), new Date(now - 2 * 86_400_000))
  await storeUpload('dora', streamed([randomBytes(10)]), now)
  expect(readdirSync(path.join(folder, 'uploads', 'dora'))).toHaveLength(1)
  await removeUploads('dora')
  expect(readdirSync(path.join(folder, 'uploads'))).not.toContain('dora')
})
