import { z } from 'zod'
import { door } from '@/lib/platform/door/door'
import { choosePreset } from '@/lib/study/choose-preset'
import { deckPresetSchema } from '@/lib/study/preset-schemas'

export const PUT = door({
  rule: 'signed-in',
  scope: 'study',
  summary: 'The preset under which a deck is studied.',
  params: z.object({ id: z.string().max(100) }),
  body: deckPresetSchema,
  handler: ({ store, actor, params, body }) => choosePreset(store, actor, { deckId: params.id, ...body }),
})
