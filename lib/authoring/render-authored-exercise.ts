import { AUTHORED_LIMITS, type AuthoredExercise } from '@/lib/core/authored-exercises/authored-exercise'
import { moduleOfCell } from '@/lib/core/authored-exercises/cell-exercise'
import { checkExercise, CHECKED_SEED } from '@/lib/core/authored-exercises/check-exercise'
import type { ExerciseProblem } from '@/lib/core/authored-exercises/exercise-problem'
import type { ExerciseTexts } from '@/lib/core/authored-exercises/exercise-texts'
import { isWritten, localesOfExercise } from '@/lib/core/authored-exercises/locales-of-exercise'
import { poseAuthored } from '@/lib/core/authored-exercises/pose-authored'
import { textsOfExercise } from '@/lib/core/authored-exercises/texts-of-exercise'
import type { Localized, RenderedSide } from '@/lib/core/content/content'
import { texOfExercise } from '@/lib/core/exercises/tex-of-exercise'
import { renderFormula } from '@/lib/platform/markdown/render-formula'
import type { MarkdownOptions } from '@/lib/platform/markdown/render-markdown'
import { renderWithHoles } from '@/lib/platform/markdown/render-with-holes'
import { describeMarkdownProblem } from './describe-markdown-problem'
import type { RenderedExercise } from './render-exercise-note'

export type ImageSizes = MarkdownOptions['imageSizes']

/**
 * An author's own exercise, rendered when it is saved: its texts with holes for what is drawn, its formulas, and a
 * card whose sides show one variant. With everything that keeps it from being published.
 */
export function renderAuthoredExercise(exercise: AuthoredExercise, images?: ImageSizes): RenderedExercise {
  if (images !== undefined && images.size > 0) return render(exercise, images)
  const rendered = known.get(exercise) ?? render(exercise, images)
  known.set(exercise, rendered)
  return rendered
}

/** At each key an editor's form and its preview ask for the same. */
const known = new WeakMap<AuthoredExercise, RenderedExercise>()

function render(exercise: AuthoredExercise, images: ImageSizes): RenderedExercise {
  const problems: ExerciseProblem[] = checkExercise(exercise)
  const { texts, media } = renderTexts(exercise, images, problems)
  const posed = poseAuthored(exercise, { noteId: '', revision: 1, texts }, `${CHECKED_SEED}.1`)
  const formulas: Record<string, string> = {}
  for (const tex of posed === null ? [] : texOfExercise(posed)) {
    const { html, problem } = renderFormula(tex, { display: false })
    if (problem === null) formulas[tex] = html
    else problems.push({ at: placeOfTex(exercise, tex), message: describeMarkdownProblem(problem) })
  }
  const about = exercise.kind === 'cell' ? (moduleOfCell(exercise, '', 1)?.about ?? { en: '', zh: '' }) : null
  const sides: Localized<RenderedSide> = {}
  for (const locale of localesOfExercise(exercise)) {
    const title = `<p><strong>${escaped(exercise.title[locale] ?? '')}</strong></p>`
    sides[locale] = {
      front: title + (posed?.html?.question[locale] ?? ''),
      back: about === null ? (posed?.html?.solution[locale] ?? '') : `<p>${escaped(about[locale])}</p>`,
    }
  }
  return { cards: [{ ord: 0, sides }], formulas, texts, media, problems }
}

function renderTexts(
  exercise: AuthoredExercise,
  images: ImageSizes,
  problems: ExerciseProblem[],
): { texts: ExerciseTexts; media: string[] } {
  const texts: ExerciseTexts = { html: {}, holes: [] }
  const media = new Set<string>()
  const locales = localesOfExercise(exercise)
  for (const { at, key, text } of textsOfExercise(exercise)) {
    if (key === null) continue
    const html: Localized<string> = {}
    for (const locale of locales) {
      const source = text[locale]
      if (source === undefined || !isWritten(source)) continue
      const rendered = renderWithHoles(source, locale, texts.holes, AUTHORED_LIMITS.holes, images)
      html[locale] = rendered.html
      for (const hash of rendered.media) media.add(hash)
      for (const problem of rendered.problems) {
        problems.push({ at, locale, message: describeMarkdownProblem(problem) })
      }
    }
    if (Object.keys(html).length > 0) texts.html[key] = html
  }
  return { texts, media: [...media] }
}

/** The parameter or answer whose TeX that is. */
function placeOfTex(exercise: AuthoredExercise, tex: string): string {
  if (exercise.kind === 'cell') return 'cell'
  const parameter = exercise.parameters.findIndex((each) => each.tex === tex)
  if (parameter !== -1) return `parameters.${parameter}.tex`
  return `answers.${Math.max(
    0,
    exercise.answers.findIndex((each) => each.tex === tex),
  )}.tex`
}

/** Characters of the private use area stand for holes, and a title has none. */
const escaped = (text: string) =>
  text
    .replace(/[\uE000-\uF8FF]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
