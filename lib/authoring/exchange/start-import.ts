import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { Locale } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import { newId } from '@/lib/platform/new-id'
import { findUpload } from '@/lib/platform/uploads/upload-folder'
import type { Store } from '@/lib/store/store'
import { isUnfinished } from './finish-import'
import { readImport } from './read-import'
import { runInTurn } from './running-imports'

/** As many as one person may have waiting; the oldest that are done with make room. */
const MAX_OPEN = 5
const MAX_KEPT = 20

/** Begins to read an uploaded file. The answer comes at once; how far it is, `getImport` tells. */
export async function startImport(
  store: Store,
  actor: SignedIn,
  { sha256, fileName, language }: { sha256: string; fileName: string; language: Locale },
  now: number,
): Promise<Result<{ id: string }>> {
  const { userId } = actor
  if (!can(actor, 'deck.create', null)) return fail('forbidden', { reason: 'account-required' })
  if ((await findUpload(userId, sha256, now)) === null) return fail('invalid', { reason: 'upload-gone' })
  const jobs = await store.importJobs.list(userId)
  const open = jobs.filter(({ status }) => status === 'READING' || status === 'APPLYING')
  if (open.length >= MAX_OPEN) return fail('invalid', { reason: 'too-many-imports' })
  const settled = jobs.filter((job) => !open.includes(job) && !isUnfinished(job))
  for (const { id } of settled.slice(MAX_KEPT - 1)) await store.importJobs.delete(userId, id)
  const id = newId(now)
  const name =
    fileName
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/[\u0000-\u001F\u007F]/g, '')
      .slice(0, 120) || 'file'
  await store.importJobs.create({ userId, id, sha256, fileName: name, createdAt: now })
  const job = await store.importJobs.find(userId, id)
  if (job) void runInTurn(userId, id, (report) => readImport(store, actor, job, { language }, now, report))
  return ok({ id })
}
