import type { SignedIn } from '@/lib/core/access/actor'
import type { Store } from '@/lib/store/store'

/** The guest whose session this browser held when it signed in. Holding it is the proof that they are the same person. */
export async function findGuestToMerge(
  store: Store,
  actor: SignedIn,
  guestSessionId: string | null,
  now: number,
): Promise<{ id: string; events: number; classes: number } | null> {
  if (guestSessionId === null || actor.guest) return null
  const session = await store.sessions.findLive(guestSessionId, now)
  if (!session?.guest || session.userId === actor.userId) return null
  const events = await store.studyEvents.countByUser(session.userId)
  const attempts = await store.exerciseAttempts.countByUser(session.userId)
  const { length: classes } = await store.classMembers.listByUser(session.userId)
  return { id: session.userId, events: events + attempts, classes }
}
