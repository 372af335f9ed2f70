import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import type { PackTask } from '@/lib/core/study/study-pack'
import { fail, ok, type Result } from '@/lib/core/result'
import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import type { Store } from '@/lib/store/store'
import { listTasks } from './list-tasks'

/** What one class asks of the learner, and which decks the learner studies. */
export async function listClassTasks(
  store: Store,
  actor: SignedIn,
  { classId, calendar }: { classId: string; calendar: StudyCalendar },
): Promise<Result<{ tasks: PackTask[]; studied: string[] }>> {
  const { userId } = actor
  if (!can(actor, 'study.read', { userId })) return fail('forbidden')
  const [tasks, enrolments] = await Promise.all([
    listTasks(store, userId, calendar),
    store.enrolments.listByUser(userId),
  ])
  return ok({
    tasks: tasks.filter((task) => task.classId === classId),
    studied: enrolments.map(({ deckId }) => deckId),
  })
}
