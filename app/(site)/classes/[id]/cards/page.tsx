import { CardsView } from '@/app/_classes/cards-view'
import { ClassFrame } from '@/app/_classes/class-frame'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { classesText } from '@/app/_text/classes'
import { getClass } from '@/lib/classroom/get-class'
import { getFigures } from '@/lib/classroom/get-figures'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(classesText, (text) => text.cardsAndSlips)

export default async function ClassCardsPage({ params }: { params: Promise<{ id: string }> }) {
  const { store, actor, locale, now } = await pageDoor('account')
  const { id } = await params
  const figures = valueOrNotFound(await getFigures(store, actor, { id }, now))
  const classroom = valueOrNotFound(await getClass(store, actor, { id }, now))
  return (
    <ClassFrame {...classroom} here="cardsAndSlips" locale={locale}>
      <CardsView classId={id} figures={figures} locale={locale} />
    </ClassFrame>
  )
}
