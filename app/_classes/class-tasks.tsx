'use client'

import { useRouter } from 'next/navigation'
import type { PackTask } from '@/lib/core/study/study-pack'
import { useLocale } from '@/lib/platform/i18n/locale-provider'
import { StartStudying } from './start-studying'
import { TaskList } from './task-list'

type ClassTasksProps = { tasks: PackTask[]; studied: string[]; timeZone: string; now: number }

export function ClassTasks({ tasks, studied, timeZone, now }: ClassTasksProps) {
  const locale = useLocale()
  const router = useRouter()
  return (
    <TaskList
      tasks={tasks}
      studied={new Set(studied)}
      startStudying={({ slug }) => <StartStudying slug={slug} done={() => router.refresh()} />}
      showClass={false}
      {...{ locale, timeZone, now }}
    />
  )
}
