import type { Person } from '@/lib/account/list-people'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { AdministrationFrame } from '../_administration/administration-frame'
import { peopleText } from '../_text/people'
import { Button } from '../_ui/button'
import { ButtonLink } from '../_ui/button-link'
import { Field } from '../_ui/field'
import { PeopleTable } from './people-table'

type PeopleViewProps = {
  people: Person[]
  next: string | null
  search: string
  ownId: string
  timeZone: string
  locale: Locale
}

export function PeopleView({ people, next, search, ownId, timeZone, locale }: PeopleViewProps) {
  const text = getText(peopleText, locale)
  return (
    <AdministrationFrame title={text.title} lead={text.lead}>
      <form
        method="get"
        role="search"
        className="mb-8 grid max-w-measure grid-cols-[1fr_auto] items-end gap-3"
      >
        <Field label={text.search} type="search" name="search" defaultValue={search} maxLength={100} />
        <Button type="submit">{text.submit}</Button>
      </form>
      {people.length > 0 ? (
        <PeopleTable key={`${search} ${people[0].id}`} people={people} ownId={ownId} timeZone={timeZone} />
      ) : (
        <p className="font-serif text-lg">{text.nobody}</p>
      )}
      {next ? (
        <p className="mt-6">
          <ButtonLink href={{ pathname: '/people', query: { search, after: next } }}>{text.more}</ButtonLink>
        </p>
      ) : null}
    </AdministrationFrame>
  )
}
