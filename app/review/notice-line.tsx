'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import type { Notice } from '../_study/review-session'
import type { StudyEngine } from '../_study/study-engine'
import type { StudyState } from '../_study/study-state'
import { useEngine } from '../_study/use-study-house'
import { reviewText } from '../_text/review'
import { Button } from '../_ui/button'
import { flagOf } from '../_study/flag-colours'

type NoticeLineProps = {
  notice: Notice | null
  study: StudyState
  engine: StudyEngine
  onSuspend: (cardId: string) => void
}

/** What just happened, in a region that stays, so that it is announced. */
export function NoticeLine({ notice, study, engine, onSuspend }: NoticeLineProps) {
  const text = useText(reviewText)
  const { uncounted, replica } = useEngine(engine)
  const isUncounted = uncounted.some(({ event }) =>
    study.logs
      .get(event.cardId)
      ?.fold.verdicts.some((verdict) => verdict.event.id === event.id && verdict.countedInstead !== null),
  )
  return (
    <div className="mx-auto flex max-w-[44rem] flex-wrap items-center justify-between gap-x-4 px-4 sm:px-5">
      <p role="status" className="text-soft py-2 text-sm empty:py-0">
        {[
          notice ? sentence(text, notice) : '',
          isUncounted ? text.uncounted : '',
          replica.refused.length > 0 ? text.refused(replica.refused.length) : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {notice?.kind === 'leech' ? (
        <Button look="quiet" onClick={() => onSuspend(notice.cardId)}>
          {text.suspend}
        </Button>
      ) : null}
      {isUncounted ? (
        <Button look="quiet" onClick={engine.forgetUncounted}>
          {text.close}
        </Button>
      ) : null}
    </div>
  )
}

function sentence(text: (typeof reviewText)['en'], notice: Notice): string {
  switch (notice.kind) {
    case 'undone':
      return text.undone(notice.what in text.undoneKinds ? undoneName(text, notice.what) : '')
    case 'nothing-to-undo':
      return text.nothingToUndo
    case 'suspended':
      return text.suspended
    case 'buried':
      return text.buried
    case 'flagged':
      return text.flagged(text.flags[flagOf(notice.flag) ?? 0])
    case 'leech':
      return text.leech(notice.lapses)
    case 'answered-elsewhere':
      return text.answeredElsewhere
    case 'taken-out':
      return text.takenOut
    case 'corrected':
      return text.corrected
    case 'uncounted':
      return text.uncounted
  }
}

function undoneName(text: (typeof reviewText)['en'], what: string): string {
  return Object.entries(text.undoneKinds).find(([kind]) => kind === what)?.[1] ?? ''
}
