import { cache } from 'react'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { getDeck } from '@/lib/authoring/get-deck'
import type { Actor } from '@/lib/core/access/actor'
import type { Store } from '@/lib/store/store'
import { listPresets } from '@/lib/study/list-presets'

/** Asked once a request: the title and the page both need it. */
export const loadDeckPage = cache(async (store: Store, actor: Actor, slug: string, link?: string) => {
  const { deck, notes, presetId } = valueOrNotFound(await getDeck(store, actor, { slug, link }))
  const presets =
    actor.kind === 'user' && deck.isEnrolled ? valueOrNotFound(await listPresets(store, actor)) : []
  return { deck, notes, presetId, link, presets: presets.map(({ id, name }) => ({ id, name })) }
})
