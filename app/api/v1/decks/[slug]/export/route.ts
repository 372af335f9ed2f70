import { randomUUID } from 'node:crypto'
import { findReadableDeck } from '@/lib/authoring/deck-subject'
import { slugParams } from '@/lib/authoring/deck-schemas'
import { exportAs } from '@/lib/authoring/exchange/export-as'
import { streamWithProgress, type ExportProgress } from '@/lib/authoring/exchange/export-progress'
import { exportQuery } from '@/lib/authoring/exchange/import-schemas'
import { fail } from '@/lib/core/result'
import { answerFailure, answerSurprise } from '@/lib/platform/door/answer'
import { door } from '@/lib/platform/door/door'
import { getLog } from '@/lib/platform/log'

export const GET = door({
  rule: 'anyone',
  scope: 'read',
  summary: 'The deck as an Anki package, a table (CSV) or JSON, which can be imported again.',
  params: slugParams,
  query: exportQuery,
  limit: { name: 'deck-export', points: 20, seconds: 600 },
  limitSignedIn: { name: 'deck-export', points: 60, seconds: 600 },
  handler: async ({ store, actor, learner, params, query, locale, now }) => {
    const { format, link } = query
    const scheduling = query.scheduling === 'yes'
    const wanted = { ...params, format, link, scheduling, locale, calendar: learner }
    const make = (onProgress?: ExportProgress) =>
      exportAs(store, actor, { ...wanted, ...(onProgress && { onProgress }) }, now)
    const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

    if (query.progress === 'yes') {
      // What is told by its status is told before anything is sent.
      if (!(await findReadableDeck(store, actor, params.slug, link))) return fail('not-found')
      const stream = streamWithProgress(async (onProgress) => {
        const file = await make(onProgress)
        if (!file.ok) return { head: await errorOf(answerFailure(file, locale)), body: null }
        const { name, type, size, body } = file.value
        return { head: { name, type, ...(size === undefined ? {} : { size }) }, body }
      }, surprised)
      return new Response(stream, { headers: { ...headers, 'content-type': 'application/octet-stream' } })
    }
    const file = await make()
    if (!file.ok) return file
    const { name, type, body, size } = file.value
    return new Response(body, {
      headers: {
        ...headers,
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`,
        ...(size === undefined ? {} : { 'content-length': String(size) }),
      },
    })

    /** The status has gone: what the door would have answered is the last line. */
    function surprised(error: unknown): Promise<object> {
      const id = randomUUID()
      getLog().error({ id, err: error, slug: params.slug }, 'surprise')
      return errorOf(answerSurprise(id, locale))
    }
  },
})

async function errorOf(response: Response): Promise<object> {
  const answer: unknown = await response.json()
  return typeof answer === 'object' && answer !== null ? answer : {}
}
