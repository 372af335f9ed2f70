'use client'

import Link from 'next/link'
import type { StudyEngine } from '@/app/_study/study-engine'
import { useEngine } from '@/app/_study/use-study-house'
import { todayText } from '@/app/_text/today'
import { Button } from '@/app/_ui/button'
import { useText } from '@/lib/platform/i18n/locale-provider'

/** What this browser still holds for the server, and why. */
export function WaitingNote({ engine }: { engine: StudyEngine }) {
  const text = useText(todayText)
  const { replica, link } = useEngine(engine)
  const waits = replica.waiting.length
  const refused = replica.refused.length
  const isSignedOut = link === 'signed-out'
  const reason = {
    idle: '',
    sending: text.waitingSending,
    offline: text.waitingOffline,
    later: text.waitingLater,
    'signed-out': text.waitingSignedOut,
    'wrong-learner': text.waitingWrong,
  }[link]
  return (
    <div role="status" className="grid gap-4 empty:hidden">
      {waits > 0 ? (
        <div className="border-caution grid justify-items-start gap-1 border-s-2 ps-4 text-sm">
          <p className="font-medium">{text.waiting(waits)}</p>
          <p className="text-soft">{reason}</p>
          {link === 'offline' || link === 'later' ? (
            <Button look="quiet" className="-ms-3" onClick={() => void engine.flush()}>
              {text.sendNow}
            </Button>
          ) : null}
        </div>
      ) : null}
      {waits === 0 && link === 'offline' ? <p className="text-soft text-sm">{text.offline}</p> : null}
      {isSignedOut ? (
        <p className="text-sm">
          {waits === 0 ? `${text.signedOut} ` : ''}
          <Link
            href="/sign-in?from=%2Ftoday"
            className="text-accent inline-flex min-h-11 items-center underline"
          >
            {text.signInAgain}
          </Link>
        </p>
      ) : null}
      {refused > 0 ? (
        <div className="border-danger grid justify-items-start border-s-2 ps-4 text-sm">
          <p>{text.refused(refused)}</p>
          <Button look="quiet" className="-ms-3" onClick={() => void engine.forgetRefused()}>
            {text.refusedForget}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
