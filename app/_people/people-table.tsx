'use client'

import { useState } from 'react'
import type { Person } from '@/lib/account/list-people'
import type { Role } from '@/lib/core/access/actor'
import { formatDate } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { peopleText } from '../_text/people'
import { Button } from '../_ui/button'
import { StatusLine } from '../_ui/status-line'
import { TextLink } from '../_ui/text-link'
import { PeopleHead } from './people-head'
import { PersonMarks } from './person-marks'
import { ResetLinkDialog } from './reset-link-dialog'
import { RoleSelect } from './role-select'

const ROLES: readonly Role[] = ['LEARNER', 'INSTRUCTOR', 'ADMIN']

type PeopleTableProps = { people: Person[]; ownId: string; timeZone: string }

export function PeopleTable({ people: loaded, ownId, timeZone }: PeopleTableProps) {
  const text = useText(peopleText)
  const locale = useLocale()
  const [people, setPeople] = useState(loaded)
  const [status, setStatus] = useState<{ tone: 'good' | 'danger'; words: string } | null>(null)
  const [link, setLink] = useState<{ name: string; url: string } | null>(null)

  async function grant(person: Person, role: Role) {
    const answer = await callApi('PATCH', `/people/${person.id}`, { role })
    if (!answer.ok) return setStatus({ tone: 'danger', words: answer.message })
    setPeople(people.map((of) => (of.id === person.id ? { ...of, role } : of)))
    const say = person.role !== 'LEARNER' && role === 'LEARNER' ? text.teachesNoMore : text.roleSaved
    setStatus({ tone: 'good', words: say(person.name, text.roles[role]) })
  }
  async function makeLink(person: Person) {
    const answer = await callApi<{ token: string }>('POST', `/people/${person.id}/reset-link`)
    if (!answer.ok) return setStatus({ tone: 'danger', words: answer.message })
    setLink({ name: person.name, url: `${location.origin}/reset/${answer.value.token}` })
  }

  return (
    <>
      <table className="w-full">
        <PeopleHead heads={[text.name, text.role, text.since, text.actions]} />
        <tbody className="border-hairline border-b">
          {people.map((person) => (
            <tr
              key={person.id}
              className="border-hairline grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-t py-3 md:table-row"
            >
              <th scope="row" className="col-span-2 min-w-0 py-1 pe-6 text-start font-normal md:py-3">
                <span className="block">
                  {person.name}
                  <PersonMarks isYou={person.id === ownId} />
                </span>
                <span className="text-soft block text-sm break-all">{person.email}</span>
              </th>
              <td className="col-span-2 max-w-60 md:max-w-none md:pe-6">
                <RoleSelect
                  label={text.roleOf(person.name)}
                  roles={ROLES}
                  names={text.roles}
                  value={person.role}
                  onChange={(role) => void grant(person, role)}
                />
              </td>
              <td className="text-soft hidden pe-6 text-sm whitespace-nowrap md:table-cell">
                {formatDate(locale, person.createdAt, timeZone)}
              </td>
              <td className="col-span-2 flex flex-wrap items-center gap-x-6 md:table-cell">
                <TextLink
                  isAlone
                  className="text-sm md:me-4"
                  aria-label={text.auditOf(person.name)}
                  href={{ pathname: '/administration/audit', query: { personId: person.id } }}
                >
                  {text.audit}
                </TextLink>
                <Button
                  look="quiet"
                  className="-ms-3"
                  aria-label={text.resetLinkOf(person.name)}
                  onClick={() => makeLink(person)}
                >
                  {text.resetLink}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <StatusLine tone={status?.tone} className="mt-4">
        {status?.words}
      </StatusLine>
      <ResetLinkDialog link={link} onClose={() => setLink(null)} />
    </>
  )
}
