'use client'

import { useEffect } from 'react'
import type { StudyState } from '../_study/study-state'
import { tellWorkerUsed } from '../_study/tell-worker-used'

export const loadExercises = () => import('./exercise-stage')

/**
 * Fetched ahead as soon as the pack has an exercise card, with the engine that sets a worked solution, so that both
 * are there when the network is not; the service worker is told what this page uses beyond its HTML.
 */
export function useExercisesAhead({ cards }: StudyState): void {
  const isNeeded = [...cards.values()].some(({ kind }) => kind === 'EXERCISE')
  useEffect(() => {
    if (!isNeeded) return
    void Promise.all([loadExercises(), import('@/lib/platform/markdown/render-formula')]).then(
      tellWorkerUsed,
      () => {
        // No network: what an earlier visit stored is used when a card asks for it.
      },
    )
  }, [isNeeded])
}
