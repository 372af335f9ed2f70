'use client'

import { useEffect } from 'react'
import { registerWorker } from './register-worker'
import { postToWorker, tellWorkerUsed } from './tell-worker-used'

/** This page opens again at its address without a network; so does what it fetches later, KaTeX above all. */
export function useKeptPage(): void {
  useEffect(() => {
    registerWorker()
    void postToWorker({ kind: 'keep', path: location.pathname + location.search })
    void import('@/lib/platform/markdown/render-formula').then(tellWorkerUsed, () => {
      // No network: what an earlier visit stored is there.
    })
  }, [])
}
