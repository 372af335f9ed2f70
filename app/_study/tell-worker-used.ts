/** Tells the service worker what this page has fetched beyond its HTML, to be kept for a visit without a network. */
export function tellWorkerUsed(): void {
  const urls = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/_next/static/`))
  void postToWorker({ kind: 'used', urls })
}

/** Also on the first visit, when the worker is only about to take over. */
export async function postToWorker(message: object): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage(message)
}
