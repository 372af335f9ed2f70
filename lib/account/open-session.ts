import { newId } from '@/lib/platform/new-id'
import { sessionLifetimeMs } from '@/lib/platform/session/session-lifetime'
import type { Tables } from '@/lib/store/tables'

/** A browser that signed in. The row decides whether it still is. */
export async function openSession(
  tables: Tables,
  user: { id: string; guest: boolean },
  userAgent: string,
  now: number,
): Promise<string> {
  const id = newId(now)
  await tables.sessions.create({
    id,
    userId: user.id,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + sessionLifetimeMs(user.guest),
    userAgent: userAgent.slice(0, 300),
  })
  return id
}
