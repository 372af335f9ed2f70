import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fail, ok, type Result } from '@/lib/core/result'
import { getEnvironment } from '@/lib/platform/env'

/**
 * Uploads wait here whole, by their hash and under their owner's id, until what they are for is done with them:
 * a day at most. Nothing is served from here.
 */
const KEPT_MS = 24 * 60 * 60_000
export const MAX_UPLOAD_BYTES = 200 * 1024 * 1024
/** What one person may have waiting. */
const MAX_WAITING_BYTES = 2 * MAX_UPLOAD_BYTES

function folderOf(userId: string): string {
  // Ids are our own UUIDs; basename keeps the path inside whatever they are.
  return path.resolve(getEnvironment().DATA_DIR, 'uploads', path.basename(userId))
}

export type StoredUpload = { sha256: string; bytes: number }

/** Streams the body to disk, so that a large one costs no memory. Too large: nothing is kept. */
export async function storeUpload(
  userId: string,
  request: Request,
  now: number,
): Promise<Result<StoredUpload>> {
  const declared = Number(request.headers.get('content-length') ?? Number.NaN)
  if (declared > MAX_UPLOAD_BYTES) return fail('too-large', { maxBytes: MAX_UPLOAD_BYTES })
  if (!request.body) return fail('bad-request')
  const folder = folderOf(userId)
  await mkdir(folder, { recursive: true })
  await dropOld(folder, now)
  if ((await bytesIn(folder)) + (declared || MAX_UPLOAD_BYTES) > MAX_WAITING_BYTES) return fail('too-many')
  const partial = path.join(folder, `${randomBytes(8).toString('hex')}.partial`)
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(bytes > MAX_UPLOAD_BYTES ? new TooLarge() : null, chunk)
    },
  })
  try {
    // Next's Request has the DOM's stream type, which Node's own is at run time.
    const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
    await pipeline(body, measure, createWriteStream(partial, { flags: 'wx', mode: 0o600 }))
    const sha256 = hash.digest('hex')
    await rename(partial, path.join(folder, sha256))
    return ok({ sha256, bytes })
  } catch (error) {
    await rm(partial, { force: true })
    if (error instanceof TooLarge) return fail('too-large', { maxBytes: MAX_UPLOAD_BYTES })
    throw error
  }
}

/** The file of an upload that this person made and that is not too old, or null. */
export async function findUpload(userId: string, sha256: string, now: number): Promise<string | null> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null
  const file = path.join(folderOf(userId), sha256)
  const found = await stat(file).catch(() => null)
  return found?.isFile() && now - found.mtimeMs < KEPT_MS ? file : null
}

export async function removeUploads(userId: string): Promise<void> {
  await rm(folderOf(userId), { recursive: true, force: true })
}

async function bytesIn(folder: string): Promise<number> {
  const files = await Promise.all(
    (await readdir(folder)).map((name) => stat(path.join(folder, name)).catch(() => null)),
  )
  return files.reduce((sum, found) => sum + (found?.size ?? 0), 0)
}

async function dropOld(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name)
    const found = await stat(file).catch(() => null)
    if (found && now - found.mtimeMs > KEPT_MS) await rm(file, { force: true })
  }
}

class TooLarge extends Error {}
