'use client'

import { useEffect, useMemo, useState } from 'react'
import { readRaisedGoals } from './day-goals'
import type { StudyEngine } from './study-engine'
import { createStudyReader, hasPack, type StudyState } from './study-state'
import { useEngineOrNull } from './use-study-house'

const TICK_MS = 20_000

/** The day as it stands, anew with each change and as time goes by. Null before there is something to read it from. */
export function useStudyState(engine: StudyEngine | null): StudyState | null {
  const snapshot = useEngineOrNull(engine)
  const replica = snapshot?.replica
  const clockOffsetMs = snapshot?.clockOffsetMs ?? 0
  const [readStudy] = useState(createStudyReader)
  const learnerId = snapshot?.learnerId
  const goals = useMemo(() => (learnerId ? readRaisedGoals(learnerId)?.goals : undefined), [learnerId])
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const tick = () => setNow(Date.now())
    const timer = setInterval(tick, TICK_MS)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  return useMemo(
    () => (replica && hasPack(replica) ? readStudy(replica, clockOffsetMs, now, { goals }) : null),
    [readStudy, replica, clockOffsetMs, now, goals],
  )
}
