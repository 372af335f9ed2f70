'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { registerWorker } from './register-worker'
import type { EngineSnapshot, StudyEngine } from './study-engine'
import { studyHouse, type HouseState } from './study-house'

/** Opens the study of this browser, once a page, and follows it. */
export function useStudyHouse(): HouseState {
  useEffect(() => {
    studyHouse.start()
    registerWorker()
  }, [])
  return useSyncExternalStore(studyHouse.subscribe, studyHouse.getState, studyHouse.getServerState)
}

export function useEngine(engine: StudyEngine) {
  return useSyncExternalStore(engine.subscribe, engine.getSnapshot, engine.getSnapshot)
}

/** For a page that stands before the study of this browser is open. */
export function useEngineOrNull(engine: StudyEngine | null): EngineSnapshot | null {
  const read = engine?.getSnapshot ?? readNothing
  return useSyncExternalStore(engine?.subscribe ?? hearNothing, read, read)
}

const readNothing = () => null
const hearNothing = () => () => {}
