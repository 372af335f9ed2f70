import type { CellForm, Slip } from '../cell'

export const elmanSlips = (form: CellForm): Slip[] => (form ? [] : [])
