import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** RFC 9106's second recommendation: 64 MiB, three passes, one lane. Algorithm 2 is Argon2id (its enum is ambient). */
const ARGON2ID = { algorithm: 2, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }

/** Each takes 64 MiB and 0.1 s of a core: more at once would only take the house's memory. */
const AT_ONCE = 3
const WAITING = 60

/** Too many passwords wait to be checked. The door answers `unavailable`. */
export class HashingIsBusy extends Error {
  override name = 'HashingIsBusy'
}

let running = 0
const queue: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw new HashingIsBusy('Too many passwords wait to be checked')
    await new Promise<void>((resolve) => queue.push(resolve))
  } else {
    running += 1
  }
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }
}

/** The same text typed on any keyboard gives the same hash. */
const settled = (password: string) => password.normalize('NFKC')

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(settled(password), ARGON2ID))
}

let nobodys: Promise<string> | undefined

/** With no hash (no such account, or one without a password) it takes as long and is false. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(24).toString('base64'))
  const against = passwordHash ?? (await nobodys)
  const isRight = await inTurn(() => verify(against, settled(password)))
  return isRight && passwordHash !== null
}
