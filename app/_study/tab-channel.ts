/** Tells the other tabs of the same learner that the shared database changed. */
export function tabChannel(name: string, onNews: () => void) {
  if (typeof BroadcastChannel === 'undefined') return { announce: () => {}, close: () => {} }
  const channel = new BroadcastChannel(name)
  channel.onmessage = onNews
  return { announce: () => channel.postMessage('changed'), close: () => channel.close() }
}
