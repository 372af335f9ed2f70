/** The time, as milliseconds since 1970. Rooms are given it; only doors and commands read it here. */
export function currentTime(): number {
  return Date.now()
}
