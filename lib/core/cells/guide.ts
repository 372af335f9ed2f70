import type { Locale } from '../content/content'

/** The numbers of one component at the step on screen, as they are shown there. */
export type GuideNumbers = {
  value: (quantity: string) => string
  /** A gate's value as a percentage. */
  share: (quantity: string) => string
  /** What a gate leaves: 100% minus its share. */
  rest: (quantity: string) => string
  /** A state as the step before left it. */
  previous: (state: string) => string
  /** The first input of this step. */
  input: string
}

/** One step of a worked example: which part to look at, and what to see there. */
export type GuideStep = { part: string; text: Record<Locale, (numbers: GuideNumbers) => string> }

export const say = (
  part: string,
  en: (numbers: GuideNumbers) => string,
  zh: (numbers: GuideNumbers) => string,
): GuideStep => ({ part, text: { en, zh } })
