import type { Diagram } from './cell'

/** The GRU: the hidden state runs along the top and is mixed with the candidate; the gates stand below. */
export function gruDiagram({ isAfter, keepsWithZ }: { isAfter: boolean; keepsWithZ: boolean }): Diagram {
  const candidate = isAfter ? 'n' : 'h_tilde'
  return {
    width: 13,
    height: 9,
    parts: [
      { id: 'h_previous', shape: 'state', tex: 'h_{t-1}', x: 0.5, y: 1 },
      { id: 'x', shape: 'input', tex: 'x_t', x: 1.7, y: 8.5 },
      { id: 'concatenation', shape: 'concatenation', tex: '[h_{t-1}, x_t]', x: 1.7, y: 7 },
      { id: 'r', shape: 'gate', quantity: 'r', tex: '\\sigma', x: 3.5, y: 5 },
      { id: 'z', shape: 'gate', quantity: 'z', tex: '\\sigma', x: 6, y: 5 },
      isAfter
        ? { id: 'reset', shape: 'operator', quantity: 'gh_n', tex: '*', x: 3.5, y: 3 }
        : { id: 'reset', shape: 'operator', quantity: 'r_h', tex: '*', x: 3.5, y: 3 },
      { id: candidate, shape: 'activation', quantity: candidate, tex: '\\tanh', x: 9, y: 5 },
      { id: 'keep', shape: 'operator', tex: '*', x: 6, y: 1 },
      { id: 'complement', shape: 'activation', tex: '1-z_t', x: keepsWithZ ? 7.5 : 6, y: 3 },
      { id: 'write', shape: 'operator', tex: '*', x: 9, y: 3 },
      { id: 'h', shape: 'operator', quantity: 'h', tex: '+', x: 10.5, y: 1 },
      { id: 'h_next', shape: 'output', quantity: 'h', tex: 'h_t', x: 12.5, y: 1 },
    ],
    edges: [
      { from: 'h_previous', to: 'concatenation', via: [[1.7, 1]] },
      { from: 'x', to: 'concatenation' },
      { from: 'concatenation', to: 'r', via: [[3.5, 7]] },
      { from: 'concatenation', to: 'z', via: [[6, 7]] },
      { from: 'r', to: 'reset' },
      { from: 'h_previous', to: 'reset', via: [[3.5, 1]] },
      {
        from: 'reset',
        to: candidate,
        via: [
          [4.7, 3],
          [4.7, 6.2],
          [9, 6.2],
        ],
      },
      {
        from: 'x',
        to: candidate,
        via: [[9, 8.5]],
      },
      { from: 'h_previous', to: 'keep' },
      ...(keepsWithZ
        ? [
            { from: 'z', to: 'keep' },
            { from: 'z', to: 'complement', via: [[7.5, 5]] as [number, number][] },
            { from: 'complement', to: 'write' },
          ]
        : [
            { from: 'z', to: 'complement' },
            { from: 'complement', to: 'keep' },
            {
              from: 'z',
              to: 'write',
              via: [
                [7.5, 5],
                [7.5, 3],
              ] as [number, number][],
            },
          ]),
      { from: candidate, to: 'write' },
      { from: 'keep', to: 'h' },
      { from: 'write', to: 'h', via: [[10.5, 3]] },
      { from: 'h', to: 'h_next' },
    ],
  }
}
