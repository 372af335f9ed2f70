import { fail } from '@/lib/core/result'
import { answerFailure } from '@/lib/platform/door/answer'
import { readerLocale } from '@/lib/platform/door/reader-locale'

/** What no route answers: a script is refused as everywhere in the API, not with a page for people. */
function answerNothing(request: Request): Response {
  return answerFailure(fail('not-found'), readerLocale(request.headers, null))
}

export {
  answerNothing as GET,
  answerNothing as POST,
  answerNothing as PUT,
  answerNothing as PATCH,
  answerNothing as DELETE,
  answerNothing as OPTIONS,
}
