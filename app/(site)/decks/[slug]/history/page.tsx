import { inLocale } from '@/app/_decks/in-locale'
import { HistoryView } from '@/app/_publishing/history-view'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { publishingText } from '@/app/_text/publishing'
import { listHistory } from '@/lib/authoring/publishing/list-history'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(publishingText, (text) => text.history.title)

type Props = { params: Promise<{ slug: string }> }

export default async function HistoryPage({ params }: Props) {
  const { store, actor, learner, locale } = await pageDoor('anyone')
  const { slug } = await params
  const history = valueOrNotFound(await listHistory(store, actor, { slug }))
  const title = inLocale(history.deck.title, locale)?.value ?? slug
  return <HistoryView {...{ history, title, locale }} timeZone={learner?.timeZone} />
}
