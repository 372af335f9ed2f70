import { describe, expect, it } from 'vitest'
import { findClozeAnswer } from './cloze-answer'
import { mergeAnswers } from './merge-answers'
import { scoreQuiz, type QuestionVerdict } from './score-quiz'

const verdict = (question: string, change: Partial<QuestionVerdict>): QuestionVerdict => ({
  question,
  outcome: 'right',
  score: 1,
  isAnswered: true,
  skills: [],
  millis: 0,
  ...change,
})

describe('what a quiz came to', () => {
  it('is the mean of its questions, and of those of each skill, the weakest first', () => {
    const score = scoreQuiz([
      verdict('q1', { skills: ['lstm-h'] }),
      verdict('q2', { skills: ['lstm-h'], outcome: 'slip', score: 0.5 }),
      verdict('q3', { skills: ['tag:gru', 'tag:gate'], outcome: 'wrong', score: 0 }),
      verdict('q4', { skills: ['tag:gate'], outcome: 'coarse' }),
    ])
    expect(score).toEqual({
      asked: 4,
      right: 2,
      score: 0.625,
      bySkill: [
        { skill: 'tag:gru', asked: 1, score: 0 },
        { skill: 'tag:gate', asked: 2, score: 0.5 },
        { skill: 'lstm-h', asked: 2, score: 0.75 },
      ],
    })
  })

  it('of no questions is nothing', () => {
    expect(scoreQuiz([])).toEqual({ asked: 0, right: 0, score: 0, bySkill: [] })
  })
})

describe('answers from two places', () => {
  const answer = (at: number) => ({ at, millis: 1, text: String(at) })

  it('are united by the later one of each question, whatever comes first', () => {
    const [here, there] = [
      { q1: answer(1), q2: answer(5) },
      { q2: answer(3), q3: answer(2) },
    ]
    const united = { q1: answer(1), q2: answer(5), q3: answer(2) }
    expect(mergeAnswers(here, there)).toEqual(united)
    expect(mergeAnswers(there, here)).toEqual(united)
    expect(mergeAnswers(united, here)).toEqual(united)
  })
})

describe('what a cloze hides', () => {
  it('is asked where it is one short thing', () => {
    expect(findClozeAnswer('$W[{{c1::y_{t-1}}},x_t]$', 0)).toBe('y_{t-1}')
    expect(findClozeAnswer('{{c1::a}} and {{c1::a}}, {{c2::b}}', 0)).toBe('a')
    expect(findClozeAnswer('{{c1::a}} and {{c1::b}}', 0)).toBeNull()
    expect(findClozeAnswer(`{{c1::${'long '.repeat(20)}}}`, 0)).toBeNull()
    expect(findClozeAnswer('{{c1::a}}', 1)).toBeNull()
  })
})
