import type { Network } from '../forward'
import type { ChosenCell } from '../layouts/layout'
import { writeWeights } from '../layouts/weights'
import { done, type Outcome } from '../problem'
import { pythonLiteral, rowsOfVectors } from './python-literal'
import { withFoldedForgetBias } from './with-folded-forget-bias'

/** A PyTorch program that prints the same states; or `not_expressible`, with the reason. */
export function pytorchSnippet(chosen: ChosenCell, network: Network): Outcome<string> {
  const weights = writeWeights(chosen, 'pytorch', withFoldedForgetBias(chosen, network))
  if (!weights.ok) return weights
  const { sizes, x, initial, form } = network
  const states = form.states.map(({ id }) => id)
  const cells: Record<string, string> = {
    rnn: `RNNCell(${sizes.I}, ${sizes.H}, nonlinearity='${chosen.options.activation === 'relu' ? 'relu' : 'tanh'}')`,
    lstm: `LSTMCell(${sizes.I}, ${sizes.H})`,
    gru: `GRUCell(${sizes.I}, ${sizes.H})`,
  }
  const tensor = (value: unknown) => `torch.tensor(${pythonLiteral(value)})`
  const call = states.length === 1 ? states[0] : `(${states.join(', ')})`
  return done(
    [
      'import torch',
      '',
      'torch.set_default_dtype(torch.float64)',
      ...(chosen.options.update === '(1-z)h+z~h'
        ? ['# PyTorch keeps the old state with z: the sign of its weights and bias is turned.']
        : []),
      ...(weightsAreFolded(chosen) ? ['# The forget bias stands in the bias itself.'] : []),
      `cell = torch.nn.${cells[chosen.cell.id]}`,
      'with torch.no_grad():',
      ...Object.entries(weights.value).map(([name, value]) => `    cell.${name}.copy_(${tensor(value)})`),
      '',
      `x = ${tensor(rowsOfVectors(x))}`,
      ...states.map((id) => `${id} = ${tensor([Array.from(initial[id])])}`),
      'with torch.no_grad():',
      '    for t, x_t in enumerate(x, 1):',
      `        ${states.join(', ')} = cell(x_t[None], ${call})`,
      `        print(t, ${states.map((id) => `'${id} =', ${id}[0].tolist()`).join(', ')})`,
      '',
    ].join('\n'),
  )
}

const weightsAreFolded = ({ options }: ChosenCell) =>
  typeof options.forgetBias === 'number' && options.forgetBias !== 0
