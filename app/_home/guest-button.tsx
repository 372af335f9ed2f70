'use client'

import { useState } from 'react'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { signInWith } from '../_api/sign-in-with'
import { homeText } from '../_text/home'
import { Button } from '../_ui/button'
import type { ButtonLook } from '../_ui/button-style'
import { StatusLine } from '../_ui/status-line'

type GuestButtonProps = {
  look?: ButtonLook
  /** Where to go on; a path of this house. */
  to?: string
  /** As wide as the column on a desk too: among the buttons of a form. */
  isWide?: boolean
}

/** One press, no form: the learner that it makes is real, and known by this browser alone. */
export function GuestButton({ look = 'primary', to = '/today', isWide = false }: GuestButtonProps) {
  const text = useText(homeText)
  const locale = useLocale()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function begin() {
    if (isBusy) return
    setBusy(true)
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const answer = await signInWith('guest', { timeZone, locale }, locale)
    if (answer.ok) location.assign(to)
    else {
      setProblem(answer.message)
      setBusy(false)
    }
  }
  return (
    <div className="grid justify-items-start gap-3">
      <Button
        look={look}
        size={look === 'primary' ? 'large' : 'normal'}
        isBusy={isBusy}
        onClick={begin}
        className={isWide ? 'w-full' : 'w-full sm:w-auto'}
      >
        {isBusy ? text.opening : text.studyAsGuest}
      </Button>
      {problem ? <StatusLine tone="danger">{problem}</StatusLine> : null}
    </div>
  )
}
