import type { Diagram } from './cell'

/** The LSTM as it is usually drawn: the cell state runs along the top, the gates stand on the concatenation. */
export function lstmDiagram(options: {
  peephole: boolean
  coupled: 'none' | 'i=1-f' | 'f=1-i'
  forgetGate: boolean
}): Diagram {
  const { peephole, coupled, forgetGate } = options
  const hasOwnF = forgetGate && coupled !== 'f=1-i'
  const hasOwnI = coupled !== 'i=1-f'
  return {
    width: 13,
    height: 9,
    parts: [
      { id: 'C_previous', shape: 'state', tex: 'C_{t-1}', x: 0.5, y: 1 },
      { id: 'h_previous', shape: 'state', tex: 'h_{t-1}', x: 0.5, y: 7 },
      { id: 'x', shape: 'input', tex: 'x_t', x: 1.7, y: 8.5 },
      { id: 'concatenation', shape: 'concatenation', tex: '[h_{t-1}, x_t]', x: 1.7, y: 7 },
      {
        id: 'f',
        shape: 'gate',
        quantity: 'f',
        tex: hasOwnF ? '\\sigma' : forgetGate ? '1-i_t' : '1',
        x: 3,
        y: 5,
      },
      { id: 'i', shape: 'gate', quantity: 'i', tex: hasOwnI ? '\\sigma' : '1-f_t', x: 5, y: 5 },
      { id: 'C_tilde', shape: 'activation', quantity: 'C_tilde', tex: '\\tanh', x: 7, y: 5 },
      { id: 'o', shape: 'gate', quantity: 'o', tex: '\\sigma', x: 9, y: 5 },
      { id: 'keep', shape: 'operator', tex: '*', x: 3, y: 1 },
      { id: 'write', shape: 'operator', tex: '*', x: 7, y: 3 },
      { id: 'C', shape: 'operator', quantity: 'C', tex: '+', x: 7, y: 1 },
      { id: 'tanh_C', shape: 'activation', quantity: 'tanh_C', tex: '\\tanh', x: 11, y: 3 },
      { id: 'h', shape: 'operator', quantity: 'h', tex: '*', x: 11, y: 5 },
      { id: 'C_next', shape: 'output', quantity: 'C', tex: 'C_t', x: 12.5, y: 1 },
      { id: 'h_next', shape: 'output', quantity: 'h', tex: 'h_t', x: 12.5, y: 7 },
    ],
    edges: [
      { from: 'h_previous', to: 'concatenation' },
      { from: 'x', to: 'concatenation' },
      ...(hasOwnF ? [standsOnConcatenation('f', 3)] : []),
      ...(hasOwnI ? [standsOnConcatenation('i', 5)] : []),
      standsOnConcatenation('C_tilde', 7),
      standsOnConcatenation('o', 9),
      ...(coupled === 'i=1-f' ? [{ from: 'f', to: 'i' }] : []),
      ...(coupled === 'f=1-i' ? [{ from: 'i', to: 'f' }] : []),
      { from: 'C_previous', to: 'keep' },
      { from: 'f', to: 'keep' },
      { from: 'keep', to: 'C' },
      { from: 'i', to: 'write', via: [[5, 3]] },
      { from: 'C_tilde', to: 'write' },
      { from: 'write', to: 'C' },
      { from: 'C', to: 'C_next' },
      { from: 'C', to: 'tanh_C', via: [[11, 1]] },
      { from: 'tanh_C', to: 'h' },
      { from: 'o', to: 'h' },
      { from: 'h', to: 'h_next', via: [[11, 7]] },
      ...(peephole && hasOwnF ? [peepholeEdge('C_previous', 'f', [2.2, 1], [2.2, 5])] : []),
      ...(peephole && hasOwnI ? [peepholeEdge('C_previous', 'i', [4.2, 1], [4.2, 5])] : []),
      ...(peephole ? [peepholeEdge('C', 'o', [9, 1], [9, 4])] : []),
    ],
  }
}

const standsOnConcatenation = (gate: string, x: number) => ({
  from: 'concatenation',
  to: gate,
  via: [[x, 7]] as [number, number][],
})

const peepholeEdge = (from: string, to: string, ...via: [number, number][]) => ({ from, to, via })
