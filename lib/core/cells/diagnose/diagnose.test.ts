import { describe, expect, it } from 'vitest'
import { CASE_FILES, networkOf, readCases, readMistakes, type Case } from '../fixtures/read-cases'
import { runNetwork } from '../forward'
import { diagnose } from './diagnose'

const cases = new Map(CASE_FILES.flatMap((file) => readCases(file)).map((each) => [each.id, each]))

const ranOf = (each: Case) => {
  const { chosen, network } = networkOf(each, each.weights.notes ? 'notes' : 'pytorch')
  return { slips: chosen.cell.slips(chosen.options), trace: runNetwork(network) }
}

describe('the labelled mistakes', () => {
  it.each([
    { decimals: 4, atLeast: 0.99 },
    { decimals: 2, atLeast: 0.97 },
  ])('are named at $decimals decimals in at least $atLeast of all cases', ({ decimals, atLeast }) => {
    const mistakes = readMistakes()
    let alone = 0
    let contained = 0
    const missed = new Map<string, number>()
    for (const { case: id, step, quantity, index, wrong, mistake } of mistakes) {
      const each = cases.get(id)
      if (each === undefined) throw new Error(`No case ${id}`)
      const given = { ...ranOf(each), step: step - 1, quantity, indices: [index] }
      const { verdict, slips } = diagnose({ ...given, answers: [wrong.toFixed(decimals)] })
      if (verdict === 'slip' && slips[0] === mistake) alone++
      if (slips.includes(mistake)) contained++
      else {
        const key = `${quantity} ${mistake}: ${verdict} ${slips.join()}`
        missed.set(key, (missed.get(key) ?? 0) + 1)
      }
    }
    console.info(
      `labels at ${decimals} decimals: ${alone} alone, ${contained} of ${mistakes.length} contained (${((100 * contained) / mistakes.length).toFixed(2)}%)`,
      ...missed,
    )
    expect(contained / mistakes.length).toBeGreaterThanOrEqual(atLeast)
  })
})
