import type { SignedIn } from '@/lib/core/access/actor'
import type { Store } from '@/lib/store/store'

/** Of the actor, or of a guest who was united with the actor's account and whose browser still holds answers. */
export async function isOwnOutbox(store: Store, actor: SignedIn, learner: string): Promise<boolean> {
  if (learner === actor.userId) return true
  return (await store.users.find(learner))?.mergedIntoId === actor.userId
}
