import { cache } from 'react'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { getDeck } from '@/lib/authoring/get-deck'
import type { Actor } from '@/lib/core/access/actor'
import type { Store } from '@/lib/store/store'
import { countOpenReports } from '@/lib/authoring/reports/count-open-reports'
import { listHistory } from '@/lib/authoring/publishing/list-history'
import { listPresets } from '@/lib/study/list-presets'

/** Asked once a request: the title and the page both need it. */
export const loadDeckPage = cache(async (store: Store, actor: Actor, slug: string, link?: string) => {
  const { deck, notes, presetId } = valueOrNotFound(await getDeck(store, actor, { slug, link }))
  const presets =
    actor.kind === 'user' && deck.isEnrolled ? valueOrNotFound(await listPresets(store, actor)) : []
  const mayAnswer =
    actor.kind === 'user' && (deck.canOwn || deck.memberRole !== null || actor.role === 'ADMIN')
  const counts = mayAnswer
    ? valueOrNotFound(await countOpenReports(store, actor, { deckIds: [deck.id] }))
    : {}
  const reports = deck.canOwn || deck.memberRole !== null ? (counts[deck.id] ?? 0) : (counts[deck.id] ?? null)
  const { entries } = valueOrNotFound(await listHistory(store, actor, { slug, link, limit: 10 }))
  return {
    deck,
    notes,
    versions: entries,
    presetId,
    link,
    reports,
    presets: presets.map(({ id, name }) => ({ id, name })),
  }
})
