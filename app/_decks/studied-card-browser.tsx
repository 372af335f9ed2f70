'use client'

import type { Locale } from '@/lib/core/content/content'
import { useSetAside } from '../_study/use-set-aside'
import { useStudyHouse } from '../_study/use-study-house'
import type { BrowsedNote } from './browsed-note'
import { CardBrowser } from './card-browser'

/** The cards of a deck that one studies: with what was suspended, buried or flagged, and the way back. */
export function StudiedCardBrowser({ notes, locales }: { notes: BrowsedNote[]; locales: Locale[] }) {
  const house = useStudyHouse()
  const { cards, act, undo } = useSetAside(house.status === 'ready' ? house.open.engine : null)
  return <CardBrowser notes={notes} locales={locales} aside={{ cards, act, undo }} />
}
