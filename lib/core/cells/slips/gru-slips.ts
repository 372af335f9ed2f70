import type { CellForm, Slip } from '../cell'

export const gruSlips = (form: CellForm): Slip[] => (form ? [] : [])
