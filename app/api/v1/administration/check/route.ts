import { houseCheckAnswer } from '@/lib/administration/administration-schemas'
import { checkHouse } from '@/lib/administration/check-house'
import { currentTime } from '@/lib/platform/clock'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'administrator',
  summary:
    'Folds every learner’s log again, compares it with what is stored, and lets the database check its file.',
  answer: houseCheckAnswer,
  limit: { name: 'house-check', points: 6, seconds: 600 },
  handler: ({ store, actor }) => checkHouse(store, actor, undefined, currentTime),
})
