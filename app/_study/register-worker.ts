/** Exists on https and localhost only; elsewhere the review works all the same, but does not open without a network. */
export function registerWorker(): void {
  if (!('serviceWorker' in navigator) || process.env.NODE_ENV === 'development') return
  navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch((error: unknown) => {
    console.warn('The pages are not kept for offline use.', error)
  })
}
