import type { Locale } from '../content/content'
import type { StudyCalendar } from '../schedule/scheduler-settings'
import type { Role } from './actor'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The person who is signed in, as their own row says at this request. Never anybody else's. */
export type Learner = StudyCalendar & {
  id: string
  name: string
  email: string | null
  role: Role
  guest: boolean
  locale: Locale
  theme: Theme
  swipes: boolean
}
