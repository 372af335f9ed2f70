'use client'

import { StartStudying } from '@/app/_classes/start-studying'
import { TaskList } from '@/app/_classes/task-list'
import type { StudyEngine } from '@/app/_study/study-engine'
import type { StudyState } from '@/app/_study/study-state'
import { classesText } from '@/app/_text/classes'
import type { PackTask } from '@/lib/core/study/study-pack'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'

const DAY_MS = 86_400_000
/** So long after it was due a task is still shown, to be caught up with. */
const SHOWN_AFTER_DUE_MS = 7 * DAY_MS

/** What is still to be done of what classes ask. All of it stands on the class' own page. */
function isOpen(task: PackTask, now: number): boolean {
  if (task.dueAt !== null && now > task.dueAt + SHOWN_AFTER_DUE_MS) return false
  if (task.kind === 'deck') return task.met < task.cards || (task.examAt !== null && task.examAt > now)
  if (task.begun > task.finished) return true
  return task.finished === 0 && (task.dueAt === null || now < task.dueAt)
}

/** From the study pack, so that it stands there without a network too. */
export function AskedOfYou({ study, engine }: { study: StudyState; engine: StudyEngine }) {
  const text = useText(classesText)
  const locale = useLocale()
  const { pack, now } = study
  const tasks = (pack.tasks ?? []).filter((task) => isOpen(task, now))
  if (tasks.length === 0) return null
  return (
    <section>
      <h2 className="mb-2 text-lg">{text.tasks}</h2>
      <TaskList
        tasks={tasks}
        studied={new Set(pack.decks.map(({ id }) => id))}
        startStudying={({ slug }) => <StartStudying slug={slug} done={() => void engine.refresh()} />}
        showClass
        locale={locale}
        timeZone={pack.learner.timeZone}
        now={now}
      />
    </section>
  )
}
