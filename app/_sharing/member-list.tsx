'use client'

import { useState } from 'react'
import type { Member } from '@/lib/authoring/members/list-members'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { PersonMarks } from '../_people/person-marks'
import { RoleSelect } from '../_people/role-select'
import { sharingText } from '../_text/sharing'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'
import { StatusLine } from '../_ui/status-line'

const ROLES = ['EDITOR', 'VIEWER'] as const

type MemberListProps = { slug: string; members: Member[]; canOwn: boolean }

export function MemberList({ slug, members: loaded, canOwn }: MemberListProps) {
  const text = useText(sharingText)
  const [members, setMembers] = useState(loaded)
  const [going, setGoing] = useState<Member | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [status, setStatus] = useState<{ tone: 'good' | 'danger'; words: string } | null>(null)

  async function change(member: Member, role: 'EDITOR' | 'VIEWER') {
    const answer = await callApi('PATCH', `/decks/${slug}/members/${member.userId}`, { role })
    if (!answer.ok) return setStatus({ tone: 'danger', words: answer.message })
    setMembers(members.map((of) => (of.userId === member.userId ? { ...of, role } : of)))
    setStatus({ tone: 'good', words: text.roleSaved(member.name, text.roles[role]) })
  }
  async function remove(member: Member) {
    if (isBusy) return
    setBusy(true)
    const answer = await callApi('DELETE', `/decks/${slug}/members/${member.userId}`)
    setBusy(false)
    setGoing(null)
    if (!answer.ok) return setStatus({ tone: 'danger', words: answer.message })
    // Who left may see nothing of it any more, not even this page.
    if (member.isYou) return location.assign('/decks')
    setMembers(members.filter(({ userId }) => userId !== member.userId))
    setStatus({ tone: 'good', words: text.removed(member.name) })
  }

  return (
    <div className="grid gap-4">
      <ul className="border-hairline border-b">
        {members.map((member) => (
          <li
            key={member.userId}
            className="border-hairline flex flex-wrap items-center gap-x-4 gap-y-1 border-t py-2"
          >
            <p className="min-w-40 flex-1 break-words">
              {member.name}
              <PersonMarks isYou={member.isYou} />
            </p>
            {canOwn && member.role !== 'OWNER' ? (
              <div className="flex items-center gap-2">
                <div className="w-36">
                  <RoleSelect
                    label={text.roleOf(member.name)}
                    roles={ROLES}
                    names={text.roles}
                    value={member.role}
                    onChange={(role) => void change(member, role)}
                  />
                </div>
                <Button look="quiet" aria-label={text.removeOf(member.name)} onClick={() => setGoing(member)}>
                  {text.remove}
                </Button>
              </div>
            ) : (
              <p className="text-soft flex min-h-11 items-center text-sm">{text.roles[member.role]}</p>
            )}
          </li>
        ))}
      </ul>
      {canOwn && members.length === 1 ? <p className="text-soft text-sm">{text.alone}</p> : null}
      {canOwn ? null : (
        <div>
          <Button onClick={() => setGoing(members.find(({ isYou }) => isYou) ?? null)}>{text.leave}</Button>
        </div>
      )}
      <StatusLine tone={status?.tone}>{status?.words}</StatusLine>
      <Dialog
        isOpen={going !== null}
        onClose={() => setGoing(null)}
        title={going?.isYou ? text.leaveTitle : text.removeTitle(going?.name ?? '')}
        actions={
          <>
            <Button onClick={() => setGoing(null)}>{text.cancel}</Button>
            <Button look="danger" isBusy={isBusy} onClick={() => going && void remove(going)}>
              {going?.isYou ? text.leave : text.remove}
            </Button>
          </>
        }
      >
        <p>{going?.isYou ? text.leaveLead : text.removeLead}</p>
      </Dialog>
    </div>
  )
}
