import type { ClassView } from '@/lib/classroom/get-class'
import type { PackTask } from '@/lib/core/study/study-pack'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { classesText } from '../_text/classes'
import { PageHeader } from '../_ui/page-header'
import { ClassTasks } from './class-tasks'
import { LeaveClass } from './leave-class'
import { WhatIsSeen } from './what-is-seen'

type LearnerClassProps = {
  classroom: ClassView
  tasks: PackTask[]
  studied: string[]
  locale: Locale
  timeZone: string
  now: number
}

/** A class as who learns in it sees it: what it asks, who sees what, and the way out. */
export function LearnerClass({ classroom, tasks, studied, locale, timeZone, now }: LearnerClassProps) {
  const text = getText(classesText, locale)
  const { id, name, description, instructors, isArchived } = classroom
  return (
    <>
      <PageHeader title={name} lead={`${text.instructors}: ${instructors.join(', ')}`} />
      <div className="grid gap-12">
        {isArchived ? <p className="font-serif text-lg">{text.isArchived}</p> : null}
        {description === '' ? null : (
          <p className="max-w-measure font-serif text-lg whitespace-pre-line">{description}</p>
        )}
        <section className="grid max-w-3xl gap-3">
          <h2 className="text-xl">{text.tasks}</h2>
          {tasks.length === 0 ? (
            <p className="text-soft">{text.noTasks}</p>
          ) : (
            <ClassTasks {...{ tasks, studied, timeZone, now }} />
          )}
        </section>
        <WhatIsSeen locale={locale} />
        <LeaveClass id={id} name={name} />
      </div>
    </>
  )
}
