import type { RandomStream } from '../exercises/random-stream'
import type { Value } from '../formula-language/value'
import type { DrawnParameter } from './authored-exercise'

/** Draws each parameter from a stream of its own name, so that a new one changes none of the others. */
export function drawParameters(
  parameters: readonly DrawnParameter[],
  stream: (part: string) => RandomStream,
): Map<string, Value> {
  return new Map(parameters.map((parameter) => [parameter.name, draw(parameter, stream(parameter.name))]))
}

function draw(parameter: DrawnParameter, random: RandomStream): Value {
  switch (parameter.kind) {
    case 'uniform':
      return random.onGrid(parameter.low, parameter.high, parameter.step)
    case 'integer':
      return random.integer(parameter.low, parameter.high)
    case 'choice':
      return random.pick(parameter.values)
    case 'vector': {
      const { size, low, high, step } = parameter
      return Array.from({ length: size }, () => random.onGrid(low, high, step))
    }
    case 'matrix': {
      const { rows, columns, low, high, step } = parameter
      return Array.from({ length: rows }, () =>
        Array.from({ length: columns }, () => random.onGrid(low, high, step)),
      )
    }
  }
}
