import type { FrameworkLayout, Sizes } from '../cell'
import type { Outcome } from '../problem'
import type { GateBlock } from './gate-block'
import type { WeightsJson } from './layout'

/** How one framework stores its blocks. Reading checks every shape; writing gives plain lists. */
export type Storage = {
  read: (
    json: WeightsJson,
    layout: FrameworkLayout,
  ) => Outcome<{ sizes: Sizes; blocks: GateBlock[]; peepholes: Float64Array[] }>
  write: (
    blocks: GateBlock[],
    peepholes: Float64Array[],
    layout: FrameworkLayout,
    sizes: Sizes,
  ) => Record<string, unknown>
  /** Every name that it may hold. */
  names: (layout: FrameworkLayout) => string[]
}
