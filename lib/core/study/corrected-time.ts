/** A request may take this long without anybody's clock being wrong. */
const TOLERANCE_MS = 30_000

/**
 * When an event happened by the server's clock (epoch ms). The client's clock is off by receivedAt − sentAt, as far
 * as that is more than a slow network explains: correcting by less would shift the answers of one device against each
 * other by each request's own delay. Nothing happens later than it is received, so a wrong clock can delay nothing.
 */
export function correctedTime(
  claimedAt: number,
  { sentAt, receivedAt }: { sentAt: number; receivedAt: number },
): number {
  const offset = receivedAt - sentAt
  return Math.min(receivedAt, claimedAt + (Math.abs(offset) > TOLERANCE_MS ? offset : 0))
}
