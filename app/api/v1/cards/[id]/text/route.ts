import { getCardText } from '@/lib/authoring/reports/get-card-text'
import { cardParams, cardTextAnswer } from '@/lib/authoring/reports/report-schemas'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'signed-in',
  scope: 'read',
  summary: 'What is written on a card of a deck that you may read, as its author wrote it.',
  params: cardParams,
  answer: cardTextAnswer,
  handler: ({ store, actor, params }) => getCardText(store, actor, { cardId: params.id }),
})
