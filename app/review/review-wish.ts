import type { ReviewWish } from '../_study/review-session'

/** What of the day the address asks for: /review?deck=…, ?ahead=1, ?deck=…&cram=1. */
export function readWish(search: string): ReviewWish {
  const query = new URLSearchParams(search)
  const deckId = query.get('deck') ?? undefined
  if (query.has('cram')) return { mode: { kind: 'cram' }, deckId }
  const days = count(query.get('ahead'), 30)
  if (days > 0) return { mode: { kind: 'ahead', days }, deckId }
  return { mode: { kind: 'due' }, deckId }
}

function count(text: string | null, most: number): number {
  const value = Number(text ?? 0)
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : 0
}
