import type { Loss, LossCode } from './incoming'

const MAX_EXAMPLES = 5

/** Counts what a file has and a deck cannot carry, with the first few by name. */
export class Losses {
  readonly #found = new Map<LossCode, { count: number; examples: Set<string> }>()

  add(code: LossCode, example = '', count = 1): void {
    const found = this.#found.get(code) ?? { count: 0, examples: new Set<string>() }
    found.count += count
    const name = example.trim().slice(0, 80)
    if (name !== '' && found.examples.size < MAX_EXAMPLES) found.examples.add(name)
    this.#found.set(code, found)
  }

  list(): Loss[] {
    return [...this.#found].map(([code, { count, examples }]) => ({ code, count, examples: [...examples] }))
  }
}
