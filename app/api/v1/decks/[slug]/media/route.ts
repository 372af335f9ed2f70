import { addImage } from '@/lib/authoring/add-image'
import { addImageAnswer, slugParams } from '@/lib/authoring/deck-schemas'
import { MAX_IMAGE_BYTES } from '@/lib/exchange/image/find-image-type'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary:
    'A picture (PNG, JPEG, WebP or GIF) for the notes of a deck, which name it as media: and its hash. What a camera wrote beside it is removed.',
  params: slugParams,
  rawBody: 'application/octet-stream',
  maxBytes: MAX_IMAGE_BYTES,
  answer: addImageAnswer,
  status: 201,
  limit: { name: 'image', points: 300, seconds: 3_600 },
  handler: async ({ store, actor, params, bytes, now }) => {
    const body = await bytes()
    return body.ok ? addImage(store, actor, { ...params, bytes: body.value }, now) : body
  },
})
