import path from 'node:path'

/** Where `packWorker` puts it, seen from the program's own folder: among what is made of the packages, in no package's way. */
export const EXCHANGE_WORKER = path.join('node_modules', '.cache', 'unroll', 'exchange-worker.mjs')
