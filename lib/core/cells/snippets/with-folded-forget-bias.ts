import type { Network } from '../forward'
import type { ChosenCell, NotesWeights } from '../layouts/layout'

/** No framework adds a forget bias of its own, so for one the number goes into b_f itself. */
export function withFoldedForgetBias({ options }: ChosenCell, { sizes, parameters }: Network): NotesWeights {
  const { forgetBias } = options
  if (typeof forgetBias !== 'number' || forgetBias === 0) return { sizes, parameters }
  return { sizes, parameters: { ...parameters, b_f: parameters.b_f.map((bias) => bias + forgetBias) } }
}
