import { describe, expect, it } from 'vitest'
import type { FormulaExercise } from '@/lib/core/authored-exercises/authored-exercise'
import {
  ATTENTION_TEMPLATE,
  CELL_TEMPLATE,
  DOT_TEMPLATE,
  GATE_TEMPLATE,
} from '@/lib/core/authored-exercises/exercise-templates'
import { poseShowing } from '@/lib/core/exercises/pose-showing'
import type { NoteDraft } from '@/lib/core/content/content'
import { checkNote } from './check-note'

const noteOf = (exercise: unknown): NoteDraft => ({ kind: 'EXERCISE', tags: [], fields: {}, exercise })
const check = (exercise: unknown) => checkNote(noteOf(exercise), new Map())
const changed = (change: (copy: FormulaExercise) => void) => {
  const copy = structuredClone(GATE_TEMPLATE)
  change(copy)
  return copy
}

const posed = (exercise: unknown, seed = 's') => {
  const { content } = check(exercise)
  const shown = poseShowing({ noteId: 'n', noteRevision: 1, exercise, texts: content.texts }, seed)
  if (shown === null) throw new Error('not posed')
  return { ...shown, content }
}

describe('a note with an exercise of its author’s own', () => {
  it.each([GATE_TEMPLATE, DOT_TEMPLATE, ATTENTION_TEMPLATE, CELL_TEMPLATE])(
    'is rendered when it is saved: $title.en',
    (template) => {
      const { content, problems } = check(template)
      expect(problems).toEqual([])
      expect(content.cards).toHaveLength(1)
      for (const locale of ['zh', 'en'] as const) {
        expect(content.cards[0].sides[locale]?.front).toContain(template.title[locale])
      }
    },
  )

  it('puts the drawn numbers into every text, in formulas too, and leaves no hole', () => {
    const { exercise } = posed(GATE_TEMPLATE)
    const a = String(exercise.variant?.given.get('a')).replace('-', '−')
    expect(exercise.html?.question.en).toContain(`<span class="drawn">${a}</span>`)
    // The MathML, which a screen reader reads, has it as plain characters.
    expect(exercise.html?.question.en).toMatch(new RegExp(`<mtext>${a}</mtext>`))
    expect(exercise.html?.question.zh).toContain('旧细胞状态')
    const [task] = exercise.tasks
    expect(task.kind === 'numbers' && task.slips[0].html.zh).toContain(a)
    expect(JSON.stringify(exercise)).not.toMatch(/[\uE000-\uF8FF\uAC00-\uB3FF]/)
    expect(posed(GATE_TEMPLATE, 'other').exercise.html?.question.en).not.toContain(`>${a}<`)
  })

  it('sets a vector as a column and a matrix by its rows', () => {
    const { exercise } = posed(ATTENTION_TEMPLATE)
    expect(exercise.html?.solution.en.match(/class="drawn-row"/g)).toHaveLength(4)
    expect(exercise.html?.solution.en).toMatch(/role="img" aria-label="\([-−\d., ]+\)"/)
  })

  it('makes what is hostile harmless in every text, in values and in names', () => {
    const evil =
      '<img src=x onerror=alert(1)> <script>alert(1)</script> [x](javascript:alert(1)) \uE800\uE900'
    const hostile = changed((e) => {
      e.title = { en: `<script>alert(1)</script>`, zh: '<b>' }
      e.question.en = `${evil} {{a}} ![{{a}}](media:${'0'.repeat(64)}) [{{a}}](https://x.example/{{a}})`
      e.solution.en = `$\\href{javascript:alert(1)}{x}$ {{a}} ${evil}`
      e.answers[0].slips[0].message.en = evil
      e.answers[0].hints[0].en = evil
    })
    const { exercise, content } = posed(hostile)
    const all = JSON.stringify([exercise.html, exercise.tasks, content.cards])
    expect(all).toMatch(/https:\/\/x\.example\/−?\d/)
    expect(
      all.match(/<(script|b)[ >]|<img(?! src=\\"\/api\/)|href=\\?"javascript|<[^>]*\son\w+=/i),
    ).toBeNull()
    expect(check(hostile).problems.map(({ at }) => at)).toEqual(
      expect.arrayContaining(['question', 'solution', 'answers.0.slips.0.message', 'answers.0.hints.0']),
    )
  })

  it('tells a mistake of a text where it is, in both languages', () => {
    const [problem] = check(changed((e) => (e.question.en = '{{a}}\n\n$\\nosuch$'))).problems
    expect(problem).toMatchObject({ code: 'exercise', at: 'question', locale: 'en' })
    expect(problem.said?.en).toMatch(/^Line 3: .*\\nosuch/)
    expect(problem.said?.zh).toMatch(/^第 3 行：/)
  })

  it.each([
    [null],
    [{}],
    [{ kind: 'formulas' }],
    [{ kind: 'formulas', parameters: [{}], answers: 'x' }],
    [{ kind: 'cell', cell: 'lstm' }],
    [{ ...DOT_TEMPLATE, answers: [{ ...DOT_TEMPLATE.answers[0], formula: 'x'.repeat(5_000) }] }],
    [{ ...DOT_TEMPLATE, more: 1 }],
    [{ ...CELL_TEMPLATE, H: 500 }],
    [{ ...CELL_TEMPLATE, cell: 'constructor' }],
  ])('refuses %j, and throws nothing', (exercise) => {
    expect(check(exercise).problems.length).toBeGreaterThan(0)
  })
})
