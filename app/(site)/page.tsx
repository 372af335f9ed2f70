import { redirect } from 'next/navigation'
import { listSampleCards } from '@/lib/authoring/list-sample-cards'
import { pageDoor } from '@/lib/platform/door/page-door'
import { HomeView } from '../_home/home-view'

export default async function HomePage() {
  const { store, learner, locale, now } = await pageDoor('anyone')
  if (learner) redirect('/today')
  return <HomeView samples={await listSampleCards(store, now)} locale={locale} />
}
