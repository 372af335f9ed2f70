import { foldLog, type FoldResult } from '@/lib/core/memory/fold'
import { NEW_MEMORY, type Memory } from '@/lib/core/memory/memory'
import type { StudyEvent } from '@/lib/core/memory/study-event'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import type { ClientEvent } from '@/lib/core/study/event-batch'
import type { StudyPack } from '@/lib/core/study/study-pack'
import type { Replica } from './replica'

export type CardLog = { events: readonly StudyEvent[]; fold: FoldResult }

export type StudyLogs = {
  /** Every card of the pack. */
  memories: ReadonlyMap<string, Memory>
  logs: ReadonlyMap<string, CardLog>
}

/**
 * Folds each card's log: the pack's events, those acknowledged since, those that wait. A fold is kept until a card's
 * own events change, so that an answer costs one card's fold and not the pack's.
 */
export function createLogReader() {
  const kept = new Map<string, CardLog & { key: string }>()

  return function readLogs(replica: Replica & { pack: StudyPack }, clockOffsetMs: number): StudyLogs {
    const { pack } = replica
    const later = groupByCard([
      ...replica.acknowledged.map((item) => withKnownRevision(item.event, pack)),
      ...replica.waiting.map((event) => withKnownRevision(asLocal(event, pack, clockOffsetMs), pack)),
    ])
    const logs = new Map<string, CardLog>()
    const memories = new Map<string, Memory>()
    for (const { id } of pack.cards) {
      const served = pack.logs[id] ?? []
      const own = later.get(id) ?? []
      if (served.length === 0 && own.length === 0) {
        memories.set(id, NEW_MEMORY)
        continue
      }
      const key = logKey(served, own)
      const before = kept.get(id)
      const log = before?.key === key ? before : { ...foldCard(id, [...served, ...own], pack), key }
      kept.set(id, log)
      logs.set(id, log)
      memories.set(id, log.fold.memory)
    }
    return { memories, logs }
  }
}

function foldCard(cardId: string, events: StudyEvent[], pack: StudyPack): CardLog {
  return { events, fold: foldLog(events, { cardId, revisions: pack.revisions }) }
}

/** An event is never changed once acknowledged, so ids and corrected times say whether a log is the same. */
function logKey(served: readonly StudyEvent[], own: readonly StudyEvent[]): string {
  const last = served.at(-1)
  return `${served.length} ${last?.id ?? ''} ${own.map((event) => `${event.id}@${event.answeredAt}@${event.schedulerRevisionId}`).join(' ')}`
}

function groupByCard(events: readonly StudyEvent[]): Map<string, StudyEvent[]> {
  const groups = new Map<string, StudyEvent[]>()
  for (const event of events) {
    const group = groups.get(event.cardId)
    if (group) group.push(event)
    else groups.set(event.cardId, [event])
  }
  return groups
}

/**
 * The server may have graded an event under newer settings than this pack brings: until the next pack does, those
 * that it has stand in.
 */
function withKnownRevision(event: StudyEvent, pack: StudyPack): StudyEvent {
  if (Object.hasOwn(pack.revisions, event.schedulerRevisionId)) return event
  const card = pack.cards.find(({ id }) => id === event.cardId)
  const deck = pack.decks.find(({ id }) => id === card?.deckId)
  const preset = pack.presets.find(({ id }) => id === deck?.presetId)
  return preset ? { ...event, schedulerRevisionId: preset.revisionId } : event
}

/** As the server will store it, as far as this browser can know: its clock corrected, its study day filled in. */
export function asLocal(event: ClientEvent, pack: StudyPack, clockOffsetMs: number): StudyEvent {
  const answeredAt = event.answeredAt + clockOffsetMs
  return { ...event, answeredAt, studyDay: studyDayAt(answeredAt, pack.learner) }
}
