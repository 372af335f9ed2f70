import type { ClassView } from '@/lib/classroom/get-class'
import type { Member } from '@/lib/classroom/list-members'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { classDeskText } from '../_text/class-desk'
import { ArchiveClass } from './archive-class'
import { CodeSettings } from './code-settings'
import { LeaveClass } from './leave-class'
import { MemberTable } from './member-table'
import { NameSettings } from './name-settings'

type ClassSettingsProps = {
  classroom: ClassView
  members: Member[]
  ownId: string
  locale: Locale
  timeZone: string
}

export function ClassSettings({ classroom, members, ownId, locale, timeZone }: ClassSettingsProps) {
  const text = getText(classDeskText, locale)
  const { id, name, isArchived, joinCode } = classroom
  const isOnlyInstructor = members.filter(({ isInstructor }) => isInstructor).length === 1
  return (
    <div className="grid gap-14">
      {isArchived ? null : <CodeSettings classId={id} joinCode={joinCode} timeZone={timeZone} />}
      <section className="grid gap-3">
        <h2 className="text-xl">{text.members}</h2>
        <MemberTable classId={id} {...{ members, ownId, timeZone }} />
        <p className="text-soft max-w-measure text-sm">{text.coInstructors}</p>
      </section>
      <NameSettings classroom={classroom} />
      <div className="border-hairline grid gap-6 border-t pt-8">
        <ArchiveClass id={id} isArchived={isArchived} />
        {isOnlyInstructor && !isArchived ? null : <LeaveClass id={id} name={name} />}
      </div>
    </div>
  )
}
