/** f_t → f_2, C_{t-1} → C_1: a formula of one step (from 0) with its numbers in the indices. */
export function atStep(tex: string, step: number): string {
  return tex.replace(/_\{t-1\}/g, `_{${step}}`).replace(/_t(?![a-zA-Z])/g, `_{${step + 1}}`)
}
