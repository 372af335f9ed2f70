import type { RefusalCode } from '@/lib/core/study/event-batch'

/** For whoever writes a client: people are told by the client, in their language, from the code. */
export const REFUSAL_MESSAGES: Record<RefusalCode, string> = {
  'bad-event': 'The event does not fit the schema.',
  'unknown-card': 'There is no such card that this learner may study.',
  'unknown-revision': 'The learner has no such scheduler revision, and no enrolment to take one from.',
  'not-undoable': 'The target is an UNDO itself, or an event of another card.',
  'log-full': 'The log of this card holds as many events as it can.',
  'id-taken': 'Another event has this id.',
}
