import type { Bilingual } from '../../cells/bilingual'
import type { ExerciseModule } from '../exercise'
import { inOneStep, quantityExercise, SIZE_1, SIZE_2 } from '../quantity-exercise'

/** What stands between the weights and one gate, in any gated cell: its pre-activation, then its activation. */
export function gateExercise({
  cell,
  gate,
  preActivation,
  id = gate,
  name,
  about,
}: {
  cell: 'lstm' | 'gru'
  gate: string
  preActivation: string
  /** Where the quantity's own name would not do in an address. */
  id?: string
  name: Bilingual
  about: Bilingual
}): ExerciseModule {
  const spoken = cell.toUpperCase()
  const asked = inOneStep(preActivation, gate)
  return quantityExercise({
    id: `${cell}-${id}`,
    group: cell,
    name: { en: `${spoken}: the ${name.en}`, zh: `${spoken}：${name.zh}` },
    about,
    prompt: { en: `Compute the ${name.en} of this ${spoken}.`, zh: `计算这个 ${spoken} 的${name.zh}。` },
    rungs: [
      { name: SIZE_1, seconds: 50, sheet: { cell, H: 1, I: 1, T: 1 }, asked },
      { name: SIZE_2, seconds: 110, sheet: { cell, H: 2, I: 2, T: 1 }, asked },
    ],
  })
}
