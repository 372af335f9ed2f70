import { countUnseenAnswers } from '@/lib/authoring/reports/count-unseen-answers'
import { reportBody, reportedAnswer, unseenAnswer } from '@/lib/authoring/reports/report-schemas'
import { reportCard } from '@/lib/authoring/reports/report-card'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'signed-in',
  scope: 'read',
  summary: 'How many answers to your reports you have not read.',
  answer: unseenAnswer,
  handler: ({ store, actor }) => countUnseenAnswers(store, actor),
})

export const POST = door({
  rule: 'signed-in',
  scope: 'study',
  summary: 'Tells a card’s author what is wrong with it, or how its text should be.',
  body: reportBody,
  answer: reportedAnswer,
  status: 201,
  maxBytes: 256 * 1024,
  limit: { name: 'card-report', points: 40, seconds: 3600 },
  handler: ({ store, actor, body, now }) => reportCard(store, actor, body, now),
})
