import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listOptions, randomNetwork } from '@/lib/core/cells/fixtures/random-network'
import { runNetwork } from '@/lib/core/cells/forward'
import { writeWeights } from '@/lib/core/cells/layouts/weights'
import { getCell } from '@/lib/core/cells/registry'
import { withFoldedForgetBias } from '@/lib/core/cells/snippets/with-folded-forget-bias'
import { installPeers, TENSORFLOW } from './install-peers'
import { loadTensorflow } from './load-tensorflow'

/** Networks of one cell under each convention that Keras can express, with their weights as Keras stores them. */
function inKeras(id: 'rnn' | 'lstm' | 'gru') {
  return listOptions(getCell(id)).flatMap((options, k) => {
    const [{ chosen, network }] = fc.sample(
      randomNetwork({ largest: 3, limit: 2, decimals: 2 }).filter(
        (found) =>
          found.chosen.cell.id === id && JSON.stringify(found.chosen.options) === JSON.stringify(options),
      ),
      { numRuns: 1, seed: k },
    )
    const written = writeWeights(chosen, 'keras', withFoldedForgetBias(chosen, network))
    return written.ok ? [{ options, network, weights: written.value }] : []
  })
}

const shapeOf = (value: unknown): number[] =>
  Array.isArray(value) ? [value.length, ...shapeOf(value[0])] : []

describe('Keras’ layout', () => {
  it('has the shapes that Keras builds', () => {
    for (const [id, gates] of [
      ['rnn', 1],
      ['lstm', 4],
      ['gru', 3],
    ] as const) {
      for (const { network, options, weights } of inKeras(id)) {
        const { H, I } = network.sizes
        expect(shapeOf(weights.kernel)).toEqual([I, gates * H])
        expect(shapeOf(weights.recurrent_kernel)).toEqual([H, gates * H])
        expect(shapeOf(weights.bias)).toEqual(options.reset === 'after' ? [2, gates * H] : [gates * H])
      }
    }
  })

  // Installed for test:full alone. What cannot be had is said, and is no test of this run.
  const load = process.env.UNROLL_FULL ? installPeers(TENSORFLOW) : null
  if (load === null) {
    console.info('Keras’ layout is compared with TensorFlow.js in test:full, where it can be installed')
    return
  }
  it('gives the same states in the Keras layers of TensorFlow.js', { timeout: 600_000 }, async () => {
    const { tf, layers } = await loadTensorflow(load)
    let steps = 0
    let largest = 0
    for (const id of ['rnn', 'lstm', 'gru'] as const) {
      for (const { options, network, weights } of inKeras(id)) {
        if (options.reset === 'after') continue // TensorFlow.js has no reset_after
        const settings = {
          units: network.sizes.H,
          activation: options.activation === 'relu' ? 'relu' : 'tanh',
          recurrentActivation: 'sigmoid',
        }
        const cell =
          id === 'rnn'
            ? layers.simpleRNNCell(settings)
            : id === 'lstm'
              ? layers.lstmCell(settings)
              : layers.gruCell({ ...settings, resetAfter: false })
        cell.build([null, network.sizes.I])
        cell.setWeights(['kernel', 'recurrent_kernel', 'bias'].map((name) => tf.tensor(weights[name])))
        const names = network.form.states.map((state) => state.id)
        let states = names.map((name) => tf.tensor([Array.from(network.initial[name])]))
        for (const [t, step] of runNetwork(network).steps.entries()) {
          const [, ...after] = cell.call([tf.tensor([Array.from(network.x[t])]), ...states], {})
          states = after
          for (const [k, name] of names.entries()) {
            const theirs = states[k].dataSync()
            step[name].forEach((value, i) => {
              const difference = Math.abs(value - theirs[i]) / Math.max(1, Math.abs(value))
              largest = Math.max(largest, difference)
              expect(difference, `${id} ${JSON.stringify(options)} ${name} ${t + 1}`).toBeLessThan(1e-5)
            })
          }
          steps++
        }
      }
    }
    expect(steps).toBeGreaterThan(10)
    console.info(
      `Keras in TensorFlow.js (float32): ${steps} steps, largest difference ${largest.toExponential(1)}`,
    )
  })
})
