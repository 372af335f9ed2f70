import { houseAnswer } from '@/lib/administration/administration-schemas'
import { describeHouse } from '@/lib/administration/describe-house'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'administrator',
  summary: 'How the house stands: version, sizes, migrations, backups.',
  answer: houseAnswer,
  handler: ({ store, actor, now }) => describeHouse(store, actor, undefined, now),
})
