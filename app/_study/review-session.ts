import { isLeechVerdict } from '@/lib/core/memory/leech'
import type { Memory } from '@/lib/core/memory/memory'
import type { Grade, StudyEventKind } from '@/lib/core/memory/study-event'
import type { QueueItem } from '@/lib/core/queue/queue'
import type { DayGoals } from '@/lib/core/queue/queue-input'
import { previewGrades, type GradePreview } from '@/lib/core/schedule/schedule'
import type { PackCard } from '@/lib/core/study/study-pack'
import { createCram } from './cram'
import { findLastUndoable } from './last-undoable'
import { newEvent, presetOf } from './new-event'
import type { Replica } from './replica'
import type { StudyEngine } from './study-engine'
import { createStudyReader, hasPack, type StudyState } from './study-state'

export type ReviewMode = { kind: 'due' } | { kind: 'ahead'; days: number } | { kind: 'cram' }
export type ReviewWish = { mode: ReviewMode; deckId?: string; goals?: DayGoals }

export type CurrentCard = {
  card: PackCard
  memory: Memory
  /** What each button promises. Made anew when the study day turns. */
  previews: Record<Grade, GradePreview>
  kind: QueueItem['kind']
  isRevealed: boolean
  /** The browser's clock. */
  shownAt: number
  /** Moves with each showing, so that what was typed or scrolled does not outlive it. */
  showing: number
}

export type Notice =
  | { kind: 'undone'; what: StudyEventKind }
  | { kind: 'nothing-to-undo' }
  | { kind: 'suspended' }
  | { kind: 'buried' }
  | { kind: 'flagged'; flag: number }
  | { kind: 'leech'; lapses: number; cardId: string }
  | { kind: 'answered-elsewhere' }
  | { kind: 'taken-out' }
  | { kind: 'corrected' }
  | { kind: 'uncounted' }

export type ReviewSnapshot = {
  study: StudyState
  /** Null when nothing is left to ask. */
  current: CurrentCard | null
  /** The last thing worth a word, until the next press. */
  notice: Notice | null
  /** Cards of this sitting still to come, this one among them. */
  left: number
}

export type ReviewSession = ReturnType<typeof createReviewSession>

/** Longer than this one was not thinking. */
const LONGEST_ANSWER_MS = 60_000

/**
 * One sitting: which card is on screen, what the learner does to it, and what to say of it. Every press changes the
 * snapshot before it returns; the browser's database and the server follow.
 */
export function createReviewSession(engine: StudyEngine, wish: ReviewWish, now: () => number) {
  const { mode, deckId, goals } = wish
  const readStudy = createStudyReader()
  const listeners = new Set<() => void>()
  let showings = 0
  let isRecording = false
  let readFrom: Replica | null = null
  const study = read()
  const cram = mode.kind === 'cram' ? createCram(study, deckId) : null
  let snapshot = show(study, pickNext(study), null)
  let stopListening = () => {}

  function read(): StudyState {
    const { replica, clockOffsetMs } = engine.getSnapshot()
    if (!hasPack(replica)) throw new Error('A review needs a pack')
    readFrom = replica
    const aheadDays = mode.kind === 'ahead' ? mode.days : undefined
    return readStudy(replica, clockOffsetMs, now(), { deckId, goals, aheadDays })
  }

  function emit(next: ReviewSnapshot) {
    snapshot = next
    for (const listener of listeners) listener()
  }

  function pickNext(state: StudyState): { cardId: string; kind: QueueItem['kind'] } | null {
    if (!cram) return state.queue.items[0] ?? null
    const cardId = cram.first(state.cards)
    return cardId ? { cardId, kind: 'review' } : null
  }

  function show(
    state: StudyState,
    item: { cardId: string; kind: QueueItem['kind'] } | null,
    notice: Notice | null,
  ): ReviewSnapshot {
    const card = item && state.cards.get(item.cardId)
    if (!card) return { study: state, current: null, notice, left: 0 }
    showings += 1
    const current: CurrentCard = {
      card,
      ...standing(state, card),
      kind: item.kind,
      isRevealed: false,
      shownAt: now(),
      showing: showings,
    }
    return { study: state, current, notice, left: countLeft(state, card.id) }
  }

  function standing(state: StudyState, card: PackCard): Pick<CurrentCard, 'memory' | 'previews'> {
    const memory = state.memories.get(card.id)
    const settings = state.pack.revisions[presetOf(state, card.deckId).revisionId]
    if (!memory || !settings) throw new Error(`Card ${card.id} has no schedule in the pack`)
    const { now: answeredAt, studyDay } = state
    return { memory, previews: previewGrades({ cardId: card.id, memory, settings, answeredAt, studyDay }) }
  }

  function countLeft(state: StudyState, currentId: string): number {
    if (cram) return cram.left()
    const { items } = state.queue
    return items.some((item) => item.cardId === currentId) ? items.length : items.length + 1
  }

  /** After news from the engine, or as time goes by: the card on screen stays unless it was answered elsewhere. */
  function refresh() {
    if (!hasPack(engine.getSnapshot().replica)) return
    const state = read()
    const { current } = snapshot
    // A sitting that has shown nothing yet was opened on a pack from before: the news is what it is to ask.
    if (!current)
      return emit(showings === 0 ? show(state, pickNext(state), null) : { ...snapshot, study: state })
    const card = state.cards.get(current.card.id)
    const memory = state.memories.get(current.card.id)
    if (!card) return emit(show(state, pickNext(state), { kind: 'taken-out' }))
    const isGone = !memory || memory.suspended
    if (isGone || memory.showing !== current.memory.showing)
      return emit(show(state, pickNext(state), { kind: 'answered-elsewhere' }))
    const isCorrected = card.noteRevision !== current.card.noteRevision
    emit({
      study: state,
      current: { ...current, card, ...standing(state, card) },
      notice: isCorrected ? { kind: 'corrected' } : snapshot.notice,
      left: countLeft(state, card.id),
    })
  }

  /** Records an event without being called back halfway, then shows what follows from it. */
  function record(cardId: string, event: Parameters<typeof newEvent>[3]): StudyState {
    isRecording = true
    void engine.record(newEvent(snapshot.study, cardId, now(), event))
    isRecording = false
    return read()
  }

  function noticeOfAnswer(state: StudyState, { card, memory }: CurrentCard): Notice | null {
    const after = state.memories.get(card.id)
    const { leechThreshold } = presetOf(state, card.deckId)
    const isLeech = after && isLeechVerdict({ before: memory, memory: after }, leechThreshold)
    return isLeech ? { kind: 'leech', lapses: after.lapses, cardId: card.id } : null
  }

  return {
    getSnapshot: () => snapshot,

    subscribe(listener: () => void) {
      if (listeners.size === 0)
        stopListening = engine.subscribe(() => {
          if (!isRecording && engine.getSnapshot().replica !== readFrom) refresh()
        })
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stopListening()
      }
    },

    reveal() {
      const { current } = snapshot
      if (!current || current.isRevealed) return
      // The promise is of this moment: a study day may have turned while the question stood there.
      const state = read()
      emit({
        ...snapshot,
        study: state,
        notice: null,
        current: { ...current, ...standing(state, current.card), isRevealed: true },
      })
    },

    /** `attemptId`: the worked exercise that it is the answer to. */
    answer(grade: Grade, attemptId?: string) {
      const { current } = snapshot
      if (!current?.isRevealed) return
      if (cram) {
        cram.answer(grade)
        return emit(show(snapshot.study, pickNext(snapshot.study), null))
      }
      const millis = Math.max(0, Math.min(Math.round(now() - current.shownAt), LONGEST_ANSWER_MS))
      const state = record(current.card.id, {
        kind: 'ANSWER',
        grade,
        millis,
        ...(attemptId === undefined ? {} : { attemptId }),
      })
      emit(show(state, pickNext(state), noticeOfAnswer(state, current)))
    },

    /** As far back as yesterday's first answer; what it concerned comes back on screen. */
    undo() {
      if (cram) {
        if (cram.undo())
          emit(show(snapshot.study, pickNext(snapshot.study), { kind: 'undone', what: 'ANSWER' }))
        return
      }
      const last = findLastUndoable(read())
      if (!last) return emit({ ...snapshot, notice: { kind: 'nothing-to-undo' } })
      const { id, cardId, kind } = last.event
      if (!snapshot.study.cards.has(cardId)) return emit({ ...snapshot, notice: { kind: 'nothing-to-undo' } })
      const state = record(cardId, { kind: 'UNDO', target: id })
      const notice: Notice = { kind: 'undone', what: kind }
      if (kind === 'FLAG') {
        emit({ ...snapshot, study: state, notice })
        refresh()
        return
      }
      const item = state.queue.items.find((one) => one.cardId === cardId)
      emit(show(state, { cardId, kind: item?.kind ?? kindOf(state, cardId) }, notice))
    },

    suspend(cardId = snapshot.current?.card.id) {
      if (!cardId || cram) return
      const state = record(cardId, { kind: 'SUSPEND' })
      if (cardId === snapshot.current?.card.id) emit(show(state, pickNext(state), { kind: 'suspended' }))
      else emit({ ...snapshot, study: state, notice: { kind: 'suspended' } })
    },

    bury() {
      const { current } = snapshot
      if (!current || cram) return
      const state = record(current.card.id, { kind: 'BURY' })
      emit(show(state, pickNext(state), { kind: 'buried' }))
    },

    /** The same flag again takes it away. */
    flag(flag: number) {
      const { current } = snapshot
      if (!current) return
      const next = current.memory.flag === flag ? 0 : flag
      const state = record(current.card.id, { kind: 'FLAG', flag: next })
      emit({
        ...snapshot,
        study: state,
        current: { ...current, ...standing(state, current.card) },
        notice: { kind: 'flagged', flag: next },
      })
    },

    /** Time has gone by: a step may have ended, or a study day begun. */
    tick: refresh,

    /** After the summary, when cards have come back meanwhile. */
    goOn() {
      const state = read()
      emit(show(state, pickNext(state), null))
    },

    tell: (notice: Notice | null) => emit({ ...snapshot, notice }),
  }
}

function kindOf(state: StudyState, cardId: string): QueueItem['kind'] {
  const memory = state.memories.get(cardId)
  if (!memory || memory.state === 'NEW') return 'new'
  return memory.state === 'REVIEW' ? 'review' : 'learning'
}
