import type { Locale } from '@/lib/core/content/content'
import { DEFAULT_LIMITS, DEFAULT_SETTINGS } from '@/lib/core/schedule/default-settings'
import { newId } from '@/lib/platform/new-id'
import type { Tables } from '@/lib/store/tables'
import type { NewUser, UserRow } from '@/lib/store/users'

export type NewLearner = { name: string; locale: Locale; timeZone: string } & Partial<
  Pick<NewUser, 'email' | 'passwordHash' | 'role'>
> & { guest: boolean }

const PRESET_NAME: Record<Locale, string> = { en: 'Default', zh: '默认' }

/** A learner's row with what everybody starts with: a preset, its scheduler settings, the house's own decks of cards. */
export async function makeLearner(tables: Tables, learner: NewLearner, now: number): Promise<UserRow> {
  const user = await tables.users.create({ role: 'LEARNER', ...learner, id: newId(now), createdAt: now })
  const revisionId = newId(now)
  await tables.schedulerRevisions.create({
    userId: user.id,
    id: revisionId,
    settings: DEFAULT_SETTINGS,
    createdAt: now,
  })
  const presetId = newId(now)
  await tables.presets.create({
    ...DEFAULT_LIMITS,
    id: presetId,
    userId: user.id,
    name: PRESET_NAME[learner.locale],
    revisionId,
  })
  for (const deckId of await tables.decks.listStarterIds()) {
    await tables.enrolments.create({ userId: user.id, deckId, presetId, createdAt: now })
  }
  return user
}
