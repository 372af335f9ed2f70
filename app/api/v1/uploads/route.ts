import { z } from 'zod'
import { can } from '@/lib/core/access/can'
import { fail } from '@/lib/core/result'
import { door } from '@/lib/platform/door/door'
import { MAX_UPLOAD_BYTES, storeUpload } from '@/lib/platform/uploads/upload-folder'

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary: 'Keeps a file for a day, whole and by its hash, for the import that names it.',
  rawBody: 'application/octet-stream',
  maxBytes: MAX_UPLOAD_BYTES,
  answer: z.object({ sha256: z.string(), bytes: z.number().int() }),
  status: 201,
  limit: { name: 'upload', points: 60, seconds: 3_600 },
  handler: ({ actor, request, now }) =>
    can(actor, 'upload.create', null) ? storeUpload(actor.userId, request, now) : fail('forbidden'),
})
