import type { EventVerdict } from './fold'

/**
 * A leech eats time without being learned: told when its lapses reach the threshold, and again at every half threshold
 * after that (Anki's rule). A threshold of 0 turns it off.
 */
export function isLeechLapse(lapses: number, threshold: number): boolean {
  if (threshold <= 0 || lapses < threshold) return false
  return (lapses - threshold) % Math.max(1, Math.ceil(threshold / 2)) === 0
}

/** True for a card to be marked as a leech: it has reached the threshold. */
export function isLeech(lapses: number, threshold: number): boolean {
  return threshold > 0 && lapses >= threshold
}

/** True for the answer that makes a card a leech, or that says so again: the moment to tell the learner. */
export function isLeechVerdict(
  { before, memory }: Pick<EventVerdict, 'before' | 'memory'>,
  threshold: number,
): boolean {
  return memory.lapses > before.lapses && isLeechLapse(memory.lapses, threshold)
}
