import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DatabaseKind } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { storeUpload } from '@/lib/platform/uploads/upload-folder'
import { BERLIN, type TestLearner } from '@/lib/study/testing/seed-study'
import { beginToApply, chooseForImport } from '../change-import'
import { getImport, type ImportView } from '../get-import'
import type { ImportOptions } from '../import-job'
import { importsSettled } from '../running-imports'
import { startImport } from '../start-import'

/** A folder for uploads of this test's own. */
function makeUploadFolder(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'unroll-imports-'))
  Object.assign(process.env, { DATA_DIR: folder, LOG_LEVEL: 'silent' })
  return () => rmSync(folder, { recursive: true, force: true })
}

/** A house with a folder for uploads of its own. */
export async function openImportHouse(kind: DatabaseKind): Promise<TestStore> {
  const removeFolder = makeUploadFolder()
  const house = await openTestStore(kind)
  return {
    ...house,
    async remove() {
      await house.remove()
      removeFolder()
    },
  }
}

/** An importer who does what the page does, and waits. */
export function importer(store: Store, learner: TestLearner, now: number) {
  const view = async (id: string): Promise<ImportView> => {
    await importsSettled()
    const found = await getImport(store, learner.actor, { id, locale: 'en' }, now)
    if (!found.ok) throw new Error(JSON.stringify(found))
    return found.value
  }
  return {
    view,
    async read(bytes: Uint8Array, fileName = 'deck.apkg'): Promise<ImportView> {
      const body = new Blob([new Uint8Array(bytes)])
      const request = new Request('http://localhost/', { method: 'POST', body })
      const stored = await storeUpload(learner.id, request, now)
      if (!stored.ok) throw new Error(JSON.stringify(stored))
      const started = await startImport(
        store,
        learner.actor,
        { sha256: stored.value.sha256, fileName, language: 'en' },
        now,
      )
      if (!started.ok) throw new Error(JSON.stringify(started))
      return view(started.value.id)
    },
    async choose(before: ImportView, change: Partial<ImportOptions>): Promise<ImportView> {
      if (!before.options) throw new Error('There is nothing to choose')
      const { decks: _decks, ...options } = before.options
      await chooseForImport(store, learner.actor, { id: before.id, options: { ...options, ...change } }, now)
      return view(before.id)
    },
    async apply({ id }: ImportView): Promise<ImportView> {
      await beginToApply(store, learner.actor, { id, calendar: BERLIN }, now)
      return view(id)
    },
  }
}
