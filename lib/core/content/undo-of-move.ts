/**
 * The moves that bring some notes back to where they stood, to be made in this order: each run of neighbours goes
 * after the note that stood before it.
 *
 * @param order ids before the move
 * @param ids of the notes that are moved
 */
export function undoOfMove(order: string[], ids: string[]): { ids: string[]; after: string | null }[] {
  const moving = new Set(ids)
  const moves: { ids: string[]; after: string | null }[] = []
  for (const [i, id] of order.entries()) {
    if (!moving.has(id)) continue
    const before = i === 0 ? null : order[i - 1]
    const run = moves.at(-1)
    if (run && before !== null && run.ids.at(-1) === before) run.ids.push(id)
    else moves.push({ ids: [id], after: before })
  }
  return moves
}
