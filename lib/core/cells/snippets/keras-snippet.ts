import type { Network } from '../forward'
import type { ChosenCell } from '../layouts/layout'
import { writeWeights } from '../layouts/weights'
import { done, type Outcome } from '../problem'
import { pythonLiteral, rowsOfVectors } from './python-literal'
import { withFoldedForgetBias } from './with-folded-forget-bias'

/** A Keras program that prints the same states; or `not_expressible`, with the reason. */
export function kerasSnippet(chosen: ChosenCell, network: Network): Outcome<string> {
  const weights = writeWeights(chosen, 'keras', withFoldedForgetBias(chosen, network))
  if (!weights.ok) return weights
  const { sizes, x, initial, form } = network
  const states = form.states.map(({ id }) => id)
  const { activation, reset } = chosen.options
  const cells: Record<string, string> = {
    rnn: `SimpleRNNCell(${sizes.H}, activation='${activation === 'relu' ? 'relu' : 'tanh'}'`,
    lstm: `LSTMCell(${sizes.H}`,
    gru: `GRUCell(${sizes.H}, reset_after=${reset === 'after' ? 'True' : 'False'}`,
  }
  const array = (value: unknown) => `np.array(${pythonLiteral(value)})`
  return done(
    [
      'import keras',
      'import numpy as np',
      '',
      ...(chosen.options.update === '(1-z)h+z~h'
        ? ['# Keras keeps the old state with z: the sign of its weights and bias is turned.']
        : []),
      `cell = keras.layers.${cells[chosen.cell.id]}, dtype='float64')`,
      `cell.build((None, ${sizes.I}))`,
      'cell.set_weights([',
      ...['kernel', 'recurrent_kernel', 'bias'].map((name) => `    ${array(weights.value[name])},`),
      '])',
      '',
      `x = ${array(rowsOfVectors(x))}`,
      `states = [${states.map((id) => array([Array.from(initial[id])])).join(', ')}]`,
      'for t, x_t in enumerate(x, 1):',
      '    _, states = cell(x_t[None], states)',
      `    print(t, ${states.map((id, k) => `'${id} =', np.array(states[${k}])[0].tolist()`).join(', ')})`,
      '',
    ].join('\n'),
  )
}
