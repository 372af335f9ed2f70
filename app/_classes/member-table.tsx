'use client'

import { useState } from 'react'
import type { Member } from '@/lib/classroom/list-members'
import { formatDate } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { PeopleHead } from '../_people/people-head'
import { PersonMarks } from '../_people/person-marks'
import { classDeskText } from '../_text/class-desk'
import { classesText } from '../_text/classes'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'
import { StatusLine } from '../_ui/status-line'

type MemberTableProps = { classId: string; members: Member[]; ownId: string; timeZone: string }

/** Who is in the class, with what they are in it and what an instructor can do about it. */
export function MemberTable({ classId, members: loaded, ownId, timeZone }: MemberTableProps) {
  const text = useText(classDeskText)
  const classText = useText(classesText)
  const locale = useLocale()
  const [members, setMembers] = useState(loaded)
  const [status, setStatus] = useState<{ tone: 'good' | 'danger'; words: string } | null>(null)
  const [leaving, setLeaving] = useState<Member | null>(null)
  const pathOf = ({ id }: Member) => `/classes/${classId}/members/${id}`

  async function grant(member: Member) {
    const isInstructor = !member.isInstructor
    const answer = await callApi('PATCH', pathOf(member), { isInstructor })
    if (!answer.ok) return setStatus({ tone: 'danger', words: answer.message })
    if (member.id === ownId) return window.location.assign(`/classes/${classId}`)
    setMembers(members.map((of) => (of.id === member.id ? { ...of, isInstructor } : of)))
    const role = isInstructor ? text.instructor : text.learnerRole
    setStatus({ tone: 'good', words: text.roleChanged(member.name, role) })
  }
  async function remove(member: Member) {
    const answer = await callApi('DELETE', pathOf(member))
    setLeaving(null)
    if (!answer.ok) return setStatus({ tone: 'danger', words: answer.message })
    setMembers(members.filter(({ id }) => id !== member.id))
    setStatus({ tone: 'good', words: text.removed(member.name) })
  }
  return (
    <>
      <table className="w-full max-w-3xl">
        <PeopleHead heads={[classText.name, text.role, text.since, text.actions]} />
        <tbody className="border-hairline border-b">
          {members.map((member) => (
            <tr
              key={member.id}
              className="border-hairline grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-t py-2 md:table-row"
            >
              <th scope="row" className="pe-6 text-start font-normal wrap-anywhere md:py-2">
                {member.name}
                <PersonMarks isGuest={member.isGuest} isYou={member.id === ownId} />
              </th>
              <td className="pe-6 text-sm">{member.isInstructor ? text.instructor : text.learnerRole}</td>
              <td className="text-soft pe-6 text-sm whitespace-nowrap">
                {formatDate(locale, member.joinedAt, timeZone)}
              </td>
              <td className="col-span-2">
                <span className="-ms-3 flex flex-wrap">
                  {member.isGuest ? null : (
                    <Button
                      look="quiet"
                      aria-label={
                        member.isInstructor
                          ? text.makeLearnerOf(member.name)
                          : text.makeInstructorOf(member.name)
                      }
                      onClick={() => grant(member)}
                    >
                      {member.isInstructor ? text.makeLearner : text.makeInstructor}
                    </Button>
                  )}
                  {member.isInstructor ? null : (
                    <Button
                      look="quiet"
                      aria-label={text.removeOf(member.name)}
                      onClick={() => setLeaving(member)}
                    >
                      {text.remove}
                    </Button>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <StatusLine tone={status?.tone}>{status?.words}</StatusLine>
      <Dialog
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        title={text.removeTitle(leaving?.name ?? '')}
        actions={
          <>
            <Button onClick={() => setLeaving(null)}>{classText.cancel}</Button>
            <Button look="danger" onClick={() => leaving && remove(leaving)}>
              {text.remove}
            </Button>
          </>
        }
      >
        <p>{text.removeText}</p>
      </Dialog>
    </>
  )
}
