import type { EventVerdict } from '@/lib/core/memory/fold'
import { isLeech } from '@/lib/core/memory/leech'
import type { Memory } from '@/lib/core/memory/memory'
import type { PackCard } from '@/lib/core/study/study-pack'
import { presetOf } from './new-event'
import type { StudyState } from './study-state'

export const ASIDE_KINDS = ['suspended', 'buried', 'leech', 'flagged'] as const
export type AsideKind = (typeof ASIDE_KINDS)[number]

export type SetAside = {
  card: PackCard
  memory: Memory
  kinds: AsideKind[]
  /** The burying that is in force, to be taken back; null where none of the last log is. */
  burying: string | null
}

/** The cards of the pack that do not come up, or that stand out, and those wanted anyhow, in deck order. */
export function listSetAside(study: StudyState, wanted: ReadonlySet<string> = new Set()): SetAside[] {
  const order = new Map(study.pack.decks.map(({ id }, index) => [id, index]))
  return [...study.cards.values()]
    .flatMap((card) => {
      const aside = asideOf(study, card)
      return aside && (aside.kinds.length > 0 || wanted.has(card.id)) ? [aside] : []
    })
    .sort(
      ({ card: a }, { card: b }) =>
        (order.get(a.deckId) ?? 0) - (order.get(b.deckId) ?? 0) || a.position - b.position || a.ord - b.ord,
    )
}

function asideOf(study: StudyState, card: PackCard): SetAside | null {
  const memory = study.memories.get(card.id)
  if (!memory) return null
  const isBuried = memory.buriedUntilDay !== null && study.studyDay < memory.buriedUntilDay
  const isOf: Record<AsideKind, boolean> = {
    suspended: memory.suspended,
    buried: isBuried,
    leech: isLeech(memory.lapses, presetOf(study, card.deckId).leechThreshold),
    flagged: memory.flag > 0,
  }
  const kinds = ASIDE_KINDS.filter((kind) => isOf[kind])
  const verdicts = study.logs.get(card.id)?.fold.verdicts ?? []
  return { card, memory, kinds, burying: isBuried ? lastBurying(verdicts) : null }
}

function lastBurying(verdicts: readonly EventVerdict[]): string | null {
  return verdicts.findLast(({ event, counted }) => event.kind === 'BURY' && counted)?.event.id ?? null
}
