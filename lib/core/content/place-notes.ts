const SMALLEST_GAP = 1e-6

export type PlacedNote = { id: string; place: number }

/**
 * New places for notes that are put after another one (null: before all), in the order given, so that few rows have
 * to be written: places are real numbers, and lie between those of the neighbours. Where there is no room left
 * between them every note is numbered anew.
 *
 * @param order all notes of the deck, ascending by place; those of `ids` may be among them
 * @param after a note of `order` that is not in `ids`; one that is not there puts the notes at the end
 */
export function placeNotes(order: PlacedNote[], ids: string[], after: string | null): PlacedNote[] {
  const moving = new Set(ids)
  const rest = order.filter(({ id }) => !moving.has(id))
  const found = rest.findIndex(({ id }) => id === after)
  const index = after === null ? 0 : found === -1 ? rest.length : found + 1
  const before: PlacedNote | undefined = rest[index - 1]
  const next: PlacedNote | undefined = rest[index]
  const from = before?.place ?? (next === undefined ? -1 : next.place - ids.length - 1)
  const step = next === undefined ? 1 : (next.place - from) / (ids.length + 1)
  if (step >= SMALLEST_GAP) return ids.map((id, i) => ({ id, place: from + step * (i + 1) }))
  const all = [...rest.slice(0, index).map(({ id }) => id), ...ids, ...rest.slice(index).map(({ id }) => id)]
  return all.map((id, place) => ({ id, place }))
}
