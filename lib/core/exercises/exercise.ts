/**
 * An exercise is a pure function of (exercise, rung, generator version, seed). A module draws numbers and poses them;
 * what it poses is computed, judged, hinted at and solved by the same code in a browser, on the server and in a test.
 */
import type { Bilingual } from '../cells/bilingual'
import type { Slip } from '../cells/cell'
import type { Trace } from '../cells/forward'
import type { Variant } from '../authored-exercises/make-variant'
import type { RandomStream } from './random-stream'

/** The numbers of a variant as plain JSON: enough to pose it again whatever becomes of the generator. */
export type Given = Record<string, unknown>

/** A computation on drawn numbers, with every mistake that can be made in it. */
export type Sheet = { trace: Trace; slips: Slip[] }

/** Asks for a whole vector, one box a component. */
export type ValuesTask = {
  kind: 'values'
  id: string
  prompt: Bilingual
  /** What is asked for, in TeX: f_1. */
  tex: string
  /** From 0. */
  step: number
  quantity: string
  size: number
}

export type Choice = {
  id: string
  label: Bilingual
  tex?: string
  /** Why it is right, or what is wrong with it; shown once chosen. */
  explanation: Bilingual
}

export type ChoiceTask = {
  kind: 'choice'
  id: string
  prompt: Bilingual
  choices: Choice[]
  right: string
  hints: Bilingual[]
}

/** Puts items in order. A known wrong order has a name. */
export type OrderTask = {
  kind: 'order'
  id: string
  prompt: Bilingual
  /** In the order in which they are first shown. */
  items: { id: string; label: Bilingual; tex?: string }[]
  right: string[]
  knownWrong: { id: string; order: string[]; name: Bilingual; explanation: Bilingual }[]
  hints: Bilingual[]
}

/** Asks for the numbers of an authored exercise's answer. What is right stands in the exercise's variant. */
export type NumbersTask = {
  kind: 'numbers'
  id: string
  prompt: Bilingual
  tex: string
  size: number
  /** Half the width of the accepted interval. */
  tolerance: number
  /** What the author says of each known mistake: its name, and HTML with this variant's numbers. */
  slips: { id: string; name: Bilingual; html: Bilingual }[]
  /** HTML. */
  hints: Bilingual[]
}

export type Task = ValuesTask | ChoiceTask | OrderTask | NumbersTask

/** Numbers to show: a matrix by rows, a vector as one column. */
export type GivenBlock = { tex: string; rows: readonly (readonly number[])[]; isScalar?: boolean }

/** A line of a worked trace that is shown as part of the question. */
export type ShownLine = { id: string; tex: string; step: number; values: number[] }

/** What a module makes of given numbers. */
export type Posed = {
  prompt: Bilingual
  /** The cell's formulas, in TeX, where knowing them is not the question. */
  formulas: string[]
  given: GivenBlock[]
  shown?: ShownLine[]
  /** In the order of working; the hard form asks the last one alone. */
  tasks: Task[]
  sheet: Sheet | null
  /** An author's own texts, as safe HTML with this variant's numbers; the question stands in place of the prompt. */
  html?: { question: Bilingual; solution: Bilingual }
  /** An authored exercise's numbers and answers. */
  variant?: Variant
  /** False where these numbers leave two choices open: they are drawn again. */
  isClear?: boolean
}

export type Rung = {
  /** What makes this rung harder than the last: H = 2. */
  name: Bilingual
  /** The seconds that a practised learner takes; used to propose a grade. */
  seconds: number
}

/** One skill, self-describing: the ladder, the quiz, the review and the pages read this. */
export type ExerciseModule = {
  id: string
  generatorVersion: number
  name: Bilingual
  about: Bilingual
  group: 'rnn' | 'lstm' | 'gru' | 'whole' | 'judgement' | 'backprop'
  rungs: Rung[]
  /** The number of different variants of a rung where they are few; null where numbers are drawn. */
  listVariants: ((rung: number) => Given[]) | null
  draw: (stream: (part: string) => RandomStream, rung: number) => Given
  pose: (given: Given, rung: number) => Posed
}

/** A posed variant with what names it. */
export type Exercise = Posed & {
  id: string
  rung: number
  generatorVersion: number
  seed: string
  /** The numbers that were drawn, to be kept with an attempt. */
  numbers: Given
}
