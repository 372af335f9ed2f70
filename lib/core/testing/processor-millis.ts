/**
 * Milliseconds of processor time that this process has used. Bounds of work are asserted on it, because the clock on the
 * wall also counts what else the machine does.
 */
export function processorMillis(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
