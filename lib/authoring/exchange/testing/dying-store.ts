import type { Store } from '@/lib/store/store'

export class Killed extends Error {}

/**
 * The store as a server has it that is killed at a certain call: neither that call nor any after it reaches the
 * database, so that no `catch` of the dead server tidies up. `isLast` is asked with names like `importItems.settle`.
 */
export function dyingStore(store: Store, isLast: (call: string) => boolean): Store {
  let isDead = false
  const watch = <T extends object>(whole: T, prefix: string): T =>
    new Proxy(whole, {
      get(target, key): unknown {
        const value: unknown = Reflect.get(target, key)
        const name = `${prefix}${String(key)}`
        if (typeof value === 'object' && value !== null) return watch(value, `${name}.`)
        if (typeof value !== 'function') return value
        return (...args: unknown[]): unknown => {
          isDead ||= isLast(name)
          if (isDead) return Promise.reject(new Killed(name))
          return Reflect.apply(value, target, args)
        }
      },
    })
  return watch(store, '')
}
