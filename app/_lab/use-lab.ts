'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { runNetwork, type Trace } from '@/lib/core/cells/forward'
import { networkOf } from '@/lib/core/lab/draw-network'
import { readLabLink, writeLabLink } from '@/lib/core/lab/lab-link'
import { firstSetup, type LabSetup } from '@/lib/core/lab/lab-setup'
import { getCell } from '@/lib/core/cells/registry'
import { newSeed } from './new-seed'

export type LabState = {
  setup: LabSetup
  trace: Trace
  change: (changes: Partial<LabSetup>) => void
  chooseCell: (id: string) => void
  setNumber: (place: string, value: number) => void
  newNumbers: () => void
}

/** The lab's one state is its setup; numbers, formulas and the address bar follow from it in the same render. */
export function useLab(first: LabSetup): LabState {
  const [setup, setSetup] = useState(first)
  const isOpening = useRef(true)
  const trace = useMemo(() => runNetwork(networkOf(setup)), [setup])

  useEffect(() => {
    if (isOpening.current) {
      isOpening.current = false
      // A page that was kept for want of a network was served for another address than this one.
      const here = readLabLink(location.search, first.seed).setup
      if (writeLabLink(here) !== writeLabLink(first)) return setSetup(here)
    }
    // Next's router listens to history.replaceState; a link copied from the address bar gives this very screen.
    window.history.replaceState(null, '', `?${writeLabLink(setup)}`)
  }, [setup, first])

  const change = useCallback((changes: Partial<LabSetup>) => {
    setSetup((before) => fitting({ ...before, ...changes }))
  }, [])
  const chooseCell = useCallback((id: string) => {
    setSetup((before) => {
      const next = firstSetup(id, before.seed)
      const { H, I, T, startsAtZero } = before
      // The input is the same for every cell, so its edits are too.
      const edits = Object.fromEntries(
        Object.entries(before.edits).filter(([place]) => place.startsWith('x.')),
      )
      return fitting({ ...next, H, I, T, startsAtZero, edits, t: before.t })
    })
  }, [])
  const setNumber = useCallback((place: string, value: number) => {
    setSetup((before) => ({ ...before, edits: { ...before.edits, [place]: value } }))
  }, [])
  const newNumbers = useCallback(() => {
    setSetup((before) => ({ ...before, seed: newSeed(), edits: {} }))
  }, [])

  return { setup, trace, change, chooseCell, setNumber, newNumbers }
}

/** What a change leaves impossible is let go: a step past the last, a part or a held gate that the form has not. */
function fitting(setup: LabSetup): LabSetup {
  const { quantities } = getCell(setup.cell).form(setup.options)
  const isHere = (id: string) => quantities.some((quantity) => quantity.id === id)
  return {
    ...setup,
    t: Math.min(setup.t, setup.T),
    part: isHere(setup.part) ? setup.part : quantities[0].id,
    clamps: Object.fromEntries(Object.entries(setup.clamps).filter(([id]) => isHere(id))),
  }
}
