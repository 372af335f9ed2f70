import type { AttemptOutcome } from '../exercises/attempt'

export type QuestionVerdict = {
  question: string
  outcome: AttemptOutcome
  /** 0 to 1: the share of an exercise's steps that are right. */
  score: number
  isAnswered: boolean
  /** An exercise's id, or a card's tags as `tag:lstm`. */
  skills: string[]
  millis: number
}

export type SkillScore = { skill: string; asked: number; score: number }

export type QuizScore = {
  asked: number
  /** Questions that are right in every part. */
  right: number
  /** The mean of the questions' scores. */
  score: number
  /** Weakest first. A card counts towards each of its tags. */
  bySkill: SkillScore[]
}

export const isMissed = ({ outcome }: Pick<QuestionVerdict, 'outcome'>): boolean =>
  outcome === 'slip' || outcome === 'wrong'

/** What a quiz came to, by skill. */
export function scoreQuiz(verdicts: readonly QuestionVerdict[]): QuizScore {
  const skills = [...new Set(verdicts.flatMap((verdict) => verdict.skills))]
  const bySkill = skills.map((skill) => {
    const of = verdicts.filter((verdict) => verdict.skills.includes(skill))
    return { skill, asked: of.length, score: mean(of) }
  })
  return {
    asked: verdicts.length,
    right: verdicts.filter((verdict) => !isMissed(verdict)).length,
    score: mean(verdicts),
    bySkill: bySkill.sort((a, b) => a.score - b.score || b.asked - a.asked || (a.skill < b.skill ? -1 : 1)),
  }
}

const mean = (verdicts: readonly QuestionVerdict[]): number =>
  verdicts.length === 0 ? 0 : verdicts.reduce((sum, { score }) => sum + score, 0) / verdicts.length
