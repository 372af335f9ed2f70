import { examCall, examWindows, type DeckExam } from '@/lib/core/queue/exam'
import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import { retrievability } from '@/lib/core/schedule/forgetting-curve'
import { UNDO_DAYS, type PackPreset } from '@/lib/core/study/study-pack'
import type { Store } from '@/lib/store/store'
import type { StudyCardRow } from '@/lib/store/study-cards'
import type { EnrolledDecks } from './load-enrolled-decks'

/** How far ahead a browser may have to go without a network: today and two days more. */
export const PACK_DAYS = 3

export type Reach = {
  /** Days after today whose reviews are wanted. */
  aheadDays: number
  /** New notes of each deck beyond those of the limits. */
  moreNew: number
  /** A deck all of whose cards are wanted, suspended ones too. */
  wholeDeckId?: string
  /** What does not come up, or stands out: suspended, buried, flagged and leeches, of every deck. */
  setAside?: boolean
  /** Exams bring back cards that are not due. */
  exams?: readonly DeckExam[]
}

/** The instant for which cards are chosen, with its study day. */
type At = { now: number; today: number; calendar: StudyCalendar }

/**
 * Everything that the days within reach can ask for: what waits, the first new notes of each deck, what was touched
 * today, which the day's limits and siblings need, and what was touched since yesterday, which undo needs.
 */
export async function chooseCards(
  store: Store,
  userId: string,
  enrolled: EnrolledDecks,
  { now, today, calendar }: At,
  { aheadDays, moreNew, wholeDeckId, setAside, exams = [] }: Reach,
): Promise<StudyCardRow[]> {
  const deckIds = enrolled.decks.map(({ id }) => id)
  const presets = new Map(enrolled.presets.map((preset) => [preset.id, preset]))
  const [waiting, touchedIds] = await Promise.all([
    store.studyCards.listWaiting(userId, deckIds, today + aheadDays),
    store.studyEvents.listCardIdsSince(userId, today - (UNDO_DAYS - 1)),
  ])
  const chosen = new Map<string, StudyCardRow>()
  const choose = (cards: StudyCardRow[]) => cards.forEach((card) => chosen.set(card.id, card))

  for (const { id, presetId } of enrolled.decks) {
    const preset = presets.get(presetId)
    if (preset === undefined) continue
    const ofDeck = waiting.filter(({ deckId }) => deckId === id)
    choose(mostUrgent(ofDeck, preset, enrolled, today))
    choose(await store.studyCards.listUntouched(userId, id, PACK_DAYS * preset.newPerDay + moreNew))
  }
  choose(await store.studyCards.listTouched(userId, deckIds, touchedIds))
  if (setAside)
    choose(await store.studyCards.listSetAside(userId, deckIds, today, leastLapses(enrolled.presets)))
  const windows = examWindows(exams, now, calendar)
  const near = deckIds.filter((id) => windows.get(id)?.some(({ firstDay }) => firstDay <= today + aheadDays))
  choose(
    (near.length === 0 ? [] : await store.studyCards.listTouched(userId, near)).filter((card) => {
      const { memory } = card
      const call = memory && examCall(card, memory, memory.dueDay, windows.get(card.deckId) ?? [])
      return call && !memory.suspended && call.dueDay <= today + aheadDays
    }),
  )
  if (wholeDeckId !== undefined && deckIds.includes(wholeDeckId)) {
    choose(await store.studyCards.listTouched(userId, [wholeDeckId]))
    choose(await store.studyCards.listUntouched(userId, wholeDeckId, Number.MAX_SAFE_INTEGER))
  }
  return [...chosen.values()]
}

/** Of the thresholds in use the lowest, so that no leech is missed; null where nobody is told of leeches. */
function leastLapses(presets: readonly PackPreset[]): number | null {
  const thresholds = presets.flatMap(({ leechThreshold }) => (leechThreshold > 0 ? [leechThreshold] : []))
  return thresholds.length > 0 ? Math.min(...thresholds) : null
}

/** After a long absence thousands are due; those that the limits cannot reach in these days stay at home. */
function mostUrgent(
  cards: StudyCardRow[],
  preset: PackPreset,
  { revisions }: EnrolledDecks,
  today: number,
): StudyCardRow[] {
  const isReview = ({ memory, askAgainAt }: StudyCardRow) => memory?.state === 'REVIEW' && askAgainAt === null
  const reviews = cards.filter(isReview)
  const most = PACK_DAYS * preset.reviewsPerDay + 100
  if (reviews.length <= most) return cards
  const weights = revisions[preset.revisionId]?.weights ?? []
  const urgency = ({ memory }: StudyCardRow): number => {
    if (preset.reviewOrder === 'dueDay') return memory?.dueDay ?? 0
    if (!memory || memory.stability === null || memory.lastDay === null) return 0
    return retrievability(today - memory.lastDay, memory.stability, weights)
  }
  const sorted = reviews
    .map((card) => ({ card, urgency: urgency(card) }))
    .sort((a, b) => a.urgency - b.urgency)
    .map(({ card }) => card)
  return [...cards.filter((card) => !isReview(card)), ...sorted.slice(0, most)]
}
