import type { Metadata } from 'next'
import { DeckView } from '@/app/_decks/deck-view'
import { inLocale } from '@/app/_decks/in-locale'
import { loadDeckPage } from '@/app/_decks/load-deck-page'
import { currentVisitor, pageDoor } from '@/lib/platform/door/page-door'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = await pageDoor('anyone')
  const { deck } = await loadDeckPage(entry.store, entry.actor, (await params).slug)
  return { title: inLocale(deck.title, (await currentVisitor()).locale)?.value }
}

export default async function DeckPage({ params }: Props) {
  const { store, actor, locale } = await pageDoor('anyone')
  const page = await loadDeckPage(store, actor, (await params).slug)
  return <DeckView {...page} locale={locale} isSignedIn={actor.kind === 'user'} />
}
