import type { Metadata } from 'next'
import { DeckView } from '@/app/_decks/deck-view'
import { inLocale } from '@/app/_decks/in-locale'
import { loadDeckPage } from '@/app/_decks/load-deck-page'
import { currentVisitor, pageDoor } from '@/lib/platform/door/page-door'

/** `link`: what was passed on of an unlisted deck. */
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ link?: string | string[] }> }

async function load({ params, searchParams }: Props) {
  const { store, actor, learner, locale } = await pageDoor('anyone')
  const { link } = await searchParams
  const brought = typeof link === 'string' ? link : undefined
  return {
    page: await loadDeckPage(store, actor, (await params).slug, brought),
    actor,
    locale,
    timeZone: learner?.timeZone,
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  await pageDoor('anyone')
  const { deck } = (await load(props)).page
  const title = inLocale(deck.title, (await currentVisitor()).locale)?.value
  return { title, ...(deck.visibility !== 'PUBLIC' && { robots: { index: false } }) }
}

export default async function DeckPage(props: Props) {
  await pageDoor('anyone')
  const { page, actor, locale, timeZone } = await load(props)
  return (
    <DeckView
      {...page}
      locale={locale}
      timeZone={timeZone}
      isSignedIn={actor.kind === 'user'}
      hasAccount={actor.kind === 'user' && !actor.guest}
    />
  )
}
