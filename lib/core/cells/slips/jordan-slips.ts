import type { CellForm, Slip } from '../cell'

export const jordanSlips = (form: CellForm): Slip[] => (form ? [] : [])
