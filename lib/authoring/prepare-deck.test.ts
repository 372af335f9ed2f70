import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/core/content/content'
import { describeDeckProblem } from './deck-problem-text'
import { prepareDeck } from './prepare-deck'

const head = '---\ndeck: gates\ntitle: { en: Gates }\n---\n'
const problemsOf = async (notes: string) => {
  const prepared = await prepareDeck(head + notes, [])
  return prepared.ok ? [] : prepared.problems
}

describe('prepareDeck', () => {
  it('names the line, column, language and note of what is wrong in any part of any note', async () => {
    const found = await problemsOf(`## a
kind: typed
### zh
看 $\\nosuch$
= $\\nosuch$
---
一
二 <br>
### en
see
= x
---
![](media:none.png)

## b
kind: cloze
### en
{{c1::a}} and
then {{c2::$b$ never closed
`)
    expect(found.map(({ code, note, locale, line }) => [code, note, locale, line])).toEqual([
      ['formula', 'a', 'zh', 8],
      ['formula', 'a', 'zh', 9],
      ['raw-html', 'a', 'zh', 12],
      ['image-missing', 'a', 'en', 17],
      ['cloze-unclosed', 'b', 'en', 23],
    ])
    expect(found.map((problem) => ('column' in problem ? problem.column : null))).toEqual([4, 2, 3, 1, 6])
  })

  it('says each of them in a sentence of either language', async () => {
    const found = await problemsOf(
      '## a\n### zh\n$\\nosuch$\n---\n![x](http://a.example/b.png) [y](ftp://z)\n',
    )
    expect(found).toHaveLength(3)
    for (const problem of found) {
      for (const locale of LOCALES) {
        const sentence = describeDeckProblem(problem, locale)
        expect(sentence).toMatch(
          locale === 'zh' ? /^笔记“a”，中文：.*[\u4e00-\u9fff]/ : /^note “a”, Chinese: [A-Z]/,
        )
      }
    }
  })

  it('knows the exercises of the house, and their parameters', async () => {
    const exercise = (rest: string) => `## a\nkind: exercise\n${rest}\n`
    expect(await problemsOf(exercise('exercise: lstm-f\nparameters: { rung: 2, form: hard }'))).toEqual([])
    for (const wrong of [
      'exercise: none',
      'exercise: lstm-f\nparameters: { rung: 9 }',
      'exercise: lstm-f\nparameters: { x: 1 }',
    ]) {
      expect((await problemsOf(exercise(wrong))).map((problem) => problem.code)).toEqual(['exercise-unknown'])
    }
  })

  it('lets others in while it renders a long deck', async () => {
    const notes = Array.from(
      { length: 150 },
      (_, i) => `## n${i}\n### en\n$x_{${i}}$\n---\n$$y_{${i}}$$\n`,
    ).join('')
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    const prepared = await prepareDeck(head + notes, [])
    clearInterval(timer)
    expect(prepared.ok).toBe(true)
    expect(turns).toBeGreaterThan(1)
  })
})
