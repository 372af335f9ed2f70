import type { HouseCheck } from '@/lib/administration/checking/house-check-state'
import { checkMemories } from '@/lib/study/check-memories'
import type { DatabasePlace } from '@/lib/store/database-place'
import { listFileProblems } from '@/lib/store/list-file-problems'
import { openStoreAt } from '@/lib/store/store'

const MAX_PROBLEMS = 20

/** What `npm run check` does: reads everything, changes nothing. For a process of its own. */
export async function checkHouse(
  place: DatabasePlace,
  onProgress: (done: number, total: number) => void,
): Promise<HouseCheck> {
  const problems = listFileProblems(place).slice(0, MAX_PROBLEMS)
  const store = await openStoreAt(place)
  try {
    const total = await store.users.count()
    const found = await checkMemories(store, (done) => onProgress(done, total))
    const { learners, memories, events, differences } = found
    return { learners, memories, events, problems, differences: differences.length }
  } finally {
    await store.close()
  }
}
