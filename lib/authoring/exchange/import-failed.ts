import { randomUUID } from 'node:crypto'
import { getLog } from '@/lib/platform/log'
import type { Store } from '@/lib/store/store'
import type { ImportProblem } from './import-job'
import type { Called } from './open-exchange-worker'

/** What ends an import and is told to whoever started it; anything else is a surprise, and logged. */
export class ImportFailed extends Error {
  constructor(readonly problem: ImportProblem) {
    super(problem.code)
  }
}

export function mustBe<T>(called: Called<T>): T {
  if (!called.ok) throw new ImportFailed(called.problem)
  return called.value
}

export async function failImport(
  store: Store,
  userId: string,
  id: string,
  error: unknown,
  now: number,
): Promise<void> {
  let problem: ImportProblem
  if (error instanceof ImportFailed) problem = error.problem
  else {
    const reference = randomUUID()
    getLog().error({ id: reference, err: error, importId: id }, 'an import ended by a surprise')
    problem = { code: 'surprise', detail: reference }
  }
  if (problem.code === 'stopped')
    getLog().warn({ importId: id, detail: problem.detail }, 'an import’s worker stopped')
  await store.importJobs.change(userId, id, ['READING', 'APPLYING'], { status: 'FAILED', problem }, now)
}
