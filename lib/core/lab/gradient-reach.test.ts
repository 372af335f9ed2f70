import { describe, expect, it } from 'vitest'
import { runNetwork } from '../cells/forward'
import { networkOf } from './draw-network'
import { gradientReach } from './gradient-reach'
import { firstSetup } from './lab-setup'

describe('how far a gradient reaches back', () => {
  it('keeps at least the direct path of the cell state whole while the forget gate is held open', () => {
    // With f = 1 and no way through h (recurrent weights zero) dC_t/dC_{t-1} is exactly 1.
    const setup = { ...firstSetup('lstm', 'reach'), H: 1, I: 1, T: 6, clamps: { f: 1 as const } }
    const network = networkOf(setup)
    for (const id of ['W_f', 'W_i', 'W_C', 'W_o']) network.parameters[id][0] = 0
    const cellState = gradientReach(runNetwork(network)).find(({ state }) => state === 'C')
    expect(cellState?.lengths).toHaveLength(7)
    expect(cellState?.kept).toBeCloseTo(1, 12)
  })

  it('vanishes at the first closed forget gate', () => {
    const setup = { ...firstSetup('lstm', 'reach'), H: 1, I: 1, T: 3, clamps: { f: 0 as const } }
    const network = networkOf(setup)
    for (const id of ['W_f', 'W_i', 'W_C', 'W_o']) network.parameters[id][0] = 0
    const cellState = gradientReach(runNetwork(network)).find(({ state }) => state === 'C')
    expect(cellState?.kept).toBe(0)
  })
})
