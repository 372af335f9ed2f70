import { PeopleView } from '@/app/_people/people-view'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { peopleText } from '@/app/_text/people'
import { listPeople } from '@/lib/account/list-people'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(peopleText, (text) => text.title)

type Props = { searchParams: Promise<{ search?: string; after?: string }> }

export default async function PeoplePage({ searchParams }: Props) {
  const { store, actor, learner, locale } = await pageDoor('administrator')
  const { search = '', after = null } = await searchParams
  const { people, next } = valueOrNotFound(await listPeople(store, actor, { search: String(search), after }))
  return (
    <PeopleView
      {...{ people, next, search: String(search), locale }}
      ownId={actor.userId}
      timeZone={learner.timeZone}
    />
  )
}
