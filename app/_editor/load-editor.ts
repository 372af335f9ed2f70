import { cache } from 'react'
import { openDraftDeck } from '@/lib/authoring/drafts/open-draft-deck'
import type { SignedIn } from '@/lib/core/access/actor'
import type { Store } from '@/lib/store/store'
import { valueOrNotFound } from '../_shell/value-or-not-found'

/** Asked once a request: the title and the page both need it. */
export const loadEditor = cache(async (store: Store, actor: SignedIn, slug: string) =>
  valueOrNotFound(await openDraftDeck(store, actor, { slug })),
)
