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
