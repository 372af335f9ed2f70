import { getEnvironment } from '@/lib/platform/env'
import { openStore, type Store } from './store'

const KEY = Symbol.for('unroll.store')

/**
 * The process's one store, opened at first use and never at import (a build imports routes side by side). It lives
 * on globalThis: the start script and Next's bundle are two instances of this module in one process, and a second
 * connection to the same SQLite file would wait for the first at every clash.
 */
export function getStore(): Promise<Store> {
  const house = globalThis as { [KEY]?: Promise<Store> } // a symbol of ours on the global object
  if (house[KEY] === undefined) {
    const { DATABASE_URL, DATA_DIR } = getEnvironment()
    house[KEY] = openStore({ databaseUrl: DATABASE_URL, dataDir: DATA_DIR })
    house[KEY].catch(() => delete house[KEY]) // the next caller may find the database up again
  }
  return house[KEY]
}
