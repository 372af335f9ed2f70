import { DeckListView } from '@/app/_decks/deck-list-view'
import { pageTitle } from '@/app/_shell/page-title'
import { decksText } from '@/app/_text/decks'
import { listDecks } from '@/lib/authoring/list-decks'
import { countOpenReports } from '@/lib/authoring/reports/count-open-reports'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { pageDoor } from '@/lib/platform/door/page-door'
import { listDeckCounts } from '@/lib/study/list-deck-counts'

export const generateMetadata = () => pageTitle(decksText, (text) => text.title)

export default async function DecksPage() {
  const { store, actor, learner, locale, now } = await pageDoor('anyone')
  const [list, counts] = await Promise.all([
    listDecks(store, actor),
    actor.kind === 'user' && learner ? listDeckCounts(store, actor, { calendar: learner }, now) : null,
  ])
  const { decks } = valueOrNotFound(list)
  const deckIds = decks.map(({ id }) => id)
  const reports = actor.kind === 'user' ? await countOpenReports(store, actor, { deckIds }) : null
  return (
    <DeckListView
      decks={decks}
      counts={counts ? valueOrNotFound(counts) : []}
      reports={reports ? valueOrNotFound(reports) : {}}
      isSignedIn={learner !== null}
      hasAccount={learner !== null && !learner.guest}
      locale={locale}
    />
  )
}
