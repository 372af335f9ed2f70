import type { EventVerdict } from '../memory/fold'
import type { Memory } from '../memory/memory'
import type { SchedulerSettings } from '../schedule/scheduler-settings'
import { recallOn } from './recall'

/** Why a card is asked, or when it will be, for a sentence in card information. */
export type DueReason =
  | { why: 'new' }
  | { why: 'suspended' }
  | { why: 'buried'; untilDay: number }
  /** A (re)learning step: `step` of `steps`, counted from 1. */
  | {
      why: 'step'
      relearning: boolean
      step: number
      steps: number
      dueAt: number | null
      dueDay: number | null
    }
  /** The probability of recall falls to what the learner desires. `overdueDays` below 0 lie ahead. */
  | { why: 'review'; dueDay: number; overdueDays: number; recall: number; desiredRetention: number }
  | { why: 'brought-forward'; dueDay: number; overdueDays: number; recall: number }
  | { why: 'asked-again'; askedAt: number; recall: number }
  /** A class writes an exam within a week: without it the card would come later. */
  | { why: 'exam'; recall: number }

/** Null where a memory has no due time, which the fold never makes. */
export function whyDue(
  memory: Memory,
  verdicts: readonly EventVerdict[],
  settings: SchedulerSettings,
  now: { studyDay: number; askAgainAt: number | null; now: number; isForExam?: boolean },
): DueReason | null {
  if (memory.suspended) return { why: 'suspended' }
  if (memory.buriedUntilDay !== null && memory.buriedUntilDay > now.studyDay)
    return { why: 'buried', untilDay: memory.buriedUntilDay }
  if (memory.state === 'NEW') return { why: 'new' }
  const recall = recallOn(now.studyDay, memory, settings.weights) ?? 1
  if (memory.dueDay !== null && isAskedAgain(memory, now))
    return { why: 'asked-again', askedAt: now.askAgainAt ?? now.now, recall }
  if (memory.state !== 'REVIEW') {
    const relearning = memory.state === 'RELEARNING'
    const steps = (relearning ? settings.relearningStepsMinutes : settings.learningStepsMinutes).length
    const { dueAt, dueDay } = memory
    return {
      why: 'step',
      relearning,
      step: memory.step + 1,
      steps: Math.max(steps, memory.step + 1),
      dueAt,
      dueDay,
    }
  }
  if (memory.dueDay === null) return null
  if (now.isForExam && memory.dueDay > now.studyDay) return { why: 'exam', recall }
  const due = { dueDay: memory.dueDay, overdueDays: now.studyDay - memory.dueDay, recall }
  const decider = verdicts.find(({ event }) => event.id === memory.showing)
  if (decider?.event.kind === 'BRING_FORWARD') return { why: 'brought-forward', ...due }
  return { why: 'review', ...due, desiredRetention: settings.desiredRetention }
}

function isAskedAgain(
  { showingAt }: Memory,
  { askAgainAt, now }: { askAgainAt: number | null; now: number },
): boolean {
  return askAgainAt !== null && askAgainAt <= now && (showingAt === null || askAgainAt > showingAt)
}
