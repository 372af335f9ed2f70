'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { quizText } from '../_text/quiz'

/** Counts down, and says so once when it is over. */
export function TimeLeft({ endsAt, onEnd }: { endsAt: number; onEnd: () => void }) {
  const text = useText(quizText)
  const [now, setNow] = useState(() => Date.now())
  const isOver = now >= endsAt

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])

  // Once: a parent that draws anew must not end it again.
  const end = useEffectEvent(onEnd)
  useEffect(() => {
    if (isOver) end()
  }, [isOver])

  const seconds = Math.max(0, Math.ceil((endsAt - now) / 1_000))
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <p role="timer" className="tabular-nums">
      {isOver ? text.timeUp : text.timeLeft(clock)}
    </p>
  )
}
