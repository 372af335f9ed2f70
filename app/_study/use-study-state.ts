'use client'

import { useEffect, useMemo, useState } from 'react'
import { readRaisedGoals } from './day-goals'
import type { StudyEngine } from './study-engine'
import { createStudyReader, hasPack, type StudyState } from './study-state'
import { useEngine } from './use-study-house'

const TICK_MS = 20_000

/** The day as it stands, anew with each change and as time goes by. */
export function useStudyState(engine: StudyEngine): StudyState | null {
  const { replica, clockOffsetMs } = useEngine(engine)
  const [readStudy] = useState(createStudyReader)
  const [goals] = useState(() => readRaisedGoals(engine.getSnapshot().learnerId)?.goals)
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
    () => (hasPack(replica) ? readStudy(replica, clockOffsetMs, now, { goals }) : null),
    [readStudy, replica, clockOffsetMs, now, goals],
  )
}
