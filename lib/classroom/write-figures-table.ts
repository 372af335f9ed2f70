import type { Locale } from '@/lib/core/content/content'
import { LOCALES } from '@/lib/core/content/content'
import { shareOf, type Recall } from '@/lib/core/classroom/learner-figures'
import { writeTable } from '@/lib/exchange/text/write-table'
import type { AssignmentView } from './assignment-view'
import type { ClassFigures } from './get-figures'

const WORDS = {
  en: {
    name: 'Name',
    joined: 'Joined',
    last: 'Last answer',
    answers: 'Answers',
    days: 'Study days',
    minutes: 'Minutes',
    cards: 'cards',
    met: 'answered',
    due: 'due',
    kept7: 'retention, 7 days',
    kept30: 'retention, 30 days',
    attempts: 'attempts',
    best: 'best score',
    quiz: 'Quiz',
  },
  zh: {
    name: '姓名',
    joined: '加入日期',
    last: '最近作答',
    answers: '作答次数',
    days: '学习天数',
    minutes: '分钟',
    cards: '卡片数',
    met: '已学',
    due: '待复习',
    kept7: '近 7 天记忆保持率',
    kept30: '近 30 天记忆保持率',
    attempts: '作答次数',
    best: '最高得分',
    quiz: '测验',
  },
}

/** A class' figures as a table for a spreadsheet: a row a learner, shares from 0 to 1, dates as the ISO has them (UTC). */
export function writeFiguresTable({ assignments, learners }: ClassFigures, locale: Locale): string {
  const words = WORDS[locale]
  const head = [words.name, words.joined, words.last, words.answers, words.days, words.minutes]
  const parts = assignments.flatMap((assignment) => {
    const names =
      assignment.kind === 'deck'
        ? [words.cards, words.met, words.due, words.kept7, words.kept30]
        : [words.attempts, words.best]
    return names.map((name) => `${titleOf(assignment, locale)}: ${name}`)
  })
  const rows = learners.map((learner) => [
    learner.name,
    dayOf(learner.joinedAt),
    learner.lastAnsweredAt === null ? '' : dayOf(learner.lastAnsweredAt),
    learner.answers,
    learner.days,
    learner.minutes,
    ...assignments.flatMap(({ id }) => {
      const deck = learner.decks.find(({ assignmentId }) => assignmentId === id)
      if (deck) return [deck.cards, deck.met, deck.due, written(deck.days7), written(deck.days30)]
      const quiz = learner.quizzes.find(({ assignmentId }) => assignmentId === id)
      return quiz ? [quiz.begun, quiz.best === null ? '' : rounded(quiz.best)] : []
    }),
  ])
  return writeTable([[...head, ...parts], ...rows])

  function titleOf(assignment: AssignmentView, reader: Locale): string {
    if (assignment.kind === 'quiz') return assignment.title || words.quiz
    const { title } = assignment.deck
    return [reader, ...LOCALES].flatMap((each) => title[each] ?? []).at(0) ?? assignment.deck.slug
  }
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
const rounded = (share: number): number => Math.round(share * 1_000) / 1_000

function written(recall: Recall): number | '' {
  const share = shareOf(recall)
  return share === null ? '' : rounded(share)
}
