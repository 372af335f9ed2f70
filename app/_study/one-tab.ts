/**
 * Web Locks where the browser has them (https and localhost); otherwise at once: two tabs that send the same event
 * cost a request, never a second event, since its id is the key.
 */
export function oneTab(name: string) {
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (!navigator.locks) return work()
    let result: { value: T } | null = null
    await navigator.locks.request(name, async () => void (result = { value: await work() }))
    return (result as unknown as { value: T }).value // set by the callback, which the compiler cannot see
  }
}
