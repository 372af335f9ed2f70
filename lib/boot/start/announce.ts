/** Says what is being done while it is done, then how it went and how long it took. */
export async function announce(label: string, work: () => Promise<string> | string): Promise<void> {
  const begun = performance.now()
  process.stdout.write(`  ${label.padEnd(10)}`)
  try {
    const outcome = await work()
    process.stdout.write(`${outcome} (${spoken(performance.now() - begun)})\n`)
  } catch (error) {
    process.stdout.write('failed\n')
    throw error
  }
}

function spoken(millis: number): string {
  return millis < 1000 ? `${Math.round(millis)} ms` : `${(millis / 1000).toFixed(1)} s`
}
