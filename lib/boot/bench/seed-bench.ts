import { randomBytes } from 'node:crypto'
import { uuidV7 } from '@/lib/core/ids'
import { makeLearner } from '@/lib/account/make-learner'
import { cookieName } from '@/lib/platform/session/cookies'
import { encodeSessionToken } from '@/lib/platform/session/session-token'
import { openStoreAt } from '@/lib/store/store'
import type { DatabasePlace } from '@/lib/store/database-place'
import { applyMigrations } from '@/lib/store/migrate/apply-migrations'
import type { LoadLearner } from './answer-load'

/** A house of one deck and as many learners as connections, each with a session. */
export async function seedBench(
  place: DatabasePlace,
  secret: string,
  { learners, cards }: { learners: number; cards: number },
): Promise<LoadLearner[]> {
  await applyMigrations(place)
  const store = await openStoreAt(place)
  const now = Date.now()
  const id = () => uuidV7(now, randomBytes(16))
  const deckId = id()
  const cardIds = Array.from({ length: cards }, id)
  await store.transaction(async (tables) => {
    await tables.decks.create({
      id: deckId,
      slug: 'bench',
      ownerId: null,
      key: 'bench',
      sourceHash: null,
      title: { en: 'Bench' },
      description: {},
      locales: ['en'],
      visibility: 'PUBLIC',
      version: 1,
      position: 0,
      createdAt: now,
      updatedAt: now,
    })
    for (const [position, cardId] of cardIds.entries()) {
      const noteId = id()
      const sides = { en: { front: 'front', back: 'back' } }
      const published = {
        kind: 'BASIC' as const,
        tags: [],
        fields: { en: { front: 'front', back: 'back' } },
        cards: [{ ord: 0, sides }],
      }
      await tables.notes.create({
        id: noteId,
        deckId,
        key: noteId,
        kind: 'BASIC',
        tags: [],
        position,
        draft: null,
        published,
        revision: 1,
      })
      await tables.cards.create({ id: cardId, noteId, ord: 0, retiredAt: null, askAgainAt: null })
    }
  })
  const made: LoadLearner[] = []
  for (let i = 0; i < learners; i++) {
    const learner = { name: `${i}`, locale: 'en', timeZone: 'Asia/Shanghai', guest: true } as const
    const user = await store.transaction((tables) => makeLearner(tables, learner, now))
    const session = { id: id(), userId: user.id, createdAt: now, lastSeenAt: now, userAgent: 'bench' }
    await store.sessions.create({ ...session, expiresAt: now + 3_600_000 })
    const [preset] = await store.presets.listByUser(user.id)
    const cookie = `${cookieName('session', false)}=${await encodeSessionToken({ sessionId: session.id, guestSessionId: null }, secret)}`
    made.push({ id: user.id, cookie, revisionId: preset.revisionId, cardIds })
  }
  await store.close()
  return made
}
