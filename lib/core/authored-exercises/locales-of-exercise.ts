import { LOCALES, type Locale } from '../content/content'
import type { AuthoredExercise } from './authored-exercise'

/** The languages that an exercise is written in: those of its title and its question. */
export const localesOfExercise = ({ title, question }: AuthoredExercise): Locale[] =>
  LOCALES.filter((locale) => isWritten(title[locale]) || isWritten(question[locale]))

export const isWritten = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''
