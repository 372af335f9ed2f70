'use client'

import { useEffect, useState } from 'react'
import { endSession } from '@/app/_api/end-session'
import { localDrafts } from '@/app/_editor/local-drafts'
import { studyHouse } from '@/app/_study/study-house'
import { signOutText } from '@/app/_text/sign-out'
import { Button } from '@/app/_ui/button'
import { ButtonLink } from '@/app/_ui/button-link'
import { StatusLine } from '@/app/_ui/status-line'
import { useText } from '@/lib/platform/i18n/locale-provider'

/** Sends what waits, says what would be lost, and leaves nothing of the learner in this browser. */
export function SignOutPanel({ isGuest }: { isGuest: boolean }) {
  const text = useText(signOutText)
  const [unsent, setUnsent] = useState<number | null>(null)
  const [step, setStep] = useState<'asking' | 'leaving' | 'refused' | 'unreachable'>('asking')

  async function send() {
    setUnsent(null)
    setUnsent(await studyHouse.sendAll())
  }
  useEffect(() => void send(), [])

  async function leave() {
    if (step === 'leaving') return
    setStep('leaving')
    const ended = await endSession()
    if (ended === 'refused') return setStep('refused')
    await studyHouse.wipe()
    localDrafts.wipe()
    if (ended === 'ended') location.assign('/')
    else setStep('unreachable')
  }

  const leaveWord = isGuest ? text.guestAnyway : unsent ? text.anyway : text.signOut
  return (
    <div className="grid max-w-form gap-4">
      <h1 className="text-2xl sm:text-3xl">{text.title}</h1>
      {isGuest ? (
        <>
          <p className="font-medium">{text.guest}</p>
          <p className="text-soft">{text.guestText}</p>
        </>
      ) : (
        <p className="text-soft">{text.lead}</p>
      )}
      <div role="status" className="grid gap-1">
        {unsent === null ? <p className="text-soft text-sm">{text.checking}</p> : null}
        {unsent ? (
          <div className="border-caution grid gap-1 border-s-2 ps-4">
            <p className="font-medium">{text.unsent(unsent)}</p>
            <p className="text-soft text-sm">{text.unsentText}</p>
          </div>
        ) : null}
      </div>
      {step === 'unreachable' ? (
        <StatusLine>{text.offline}</StatusLine>
      ) : (
        <div className="mt-2 flex flex-wrap gap-3">
          {isGuest ? (
            <ButtonLink href="/sign-up" look="primary">
              {text.makeAccount}
            </ButtonLink>
          ) : null}
          {unsent ? (
            <Button look="primary" onClick={() => void send()}>
              {text.tryAgain}
            </Button>
          ) : null}
          <Button
            look={isGuest || unsent ? 'danger' : 'primary'}
            isBusy={step === 'leaving'}
            onClick={() => void leave()}
            disabled={unsent === null}
          >
            {step === 'leaving' ? text.signingOut : leaveWord}
          </Button>
          <ButtonLink href="/today">{text.stay}</ButtonLink>
        </div>
      )}
      <StatusLine tone="danger">{step === 'refused' ? text.failed : null}</StatusLine>
    </div>
  )
}
