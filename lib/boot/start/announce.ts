const longMillis = 1000

/** Says how a step went and how long it took; one that takes long is named while it runs. */
export async function announce(label: string, work: () => Promise<string> | string): Promise<void> {
  const begun = performance.now()
  const patience = setTimeout(() => console.log(`  ${label.padEnd(10)}…`), longMillis)
  try {
    const outcome = await work()
    console.log(`  ${label.padEnd(10)}${outcome} (${spoken(performance.now() - begun)})`)
  } finally {
    clearTimeout(patience)
  }
}

function spoken(millis: number): string {
  return millis < 1000 ? `${Math.round(millis)} ms` : `${(millis / 1000).toFixed(1)} s`
}
