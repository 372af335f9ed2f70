'use client'

import { useEffect, useRef } from 'react'
import { hashId } from './editor-store'

/** The open note stands in the address: a link leads to it, and on a phone "back" leads to the list. */
export function useNoteAddress(
  openId: string | null,
  isReady: boolean,
  onOpen: (id: string | null) => void,
): void {
  const latest = useRef(onOpen)
  useEffect(() => {
    latest.current = onOpen
  })
  useEffect(() => {
    if (!isReady || hashId() === openId) return
    const bare = location.pathname + location.search
    if (openId === null) history.replaceState(null, '', bare)
    else if (hashId() === null && !matchMedia('(min-width: 64rem)').matches)
      history.pushState(null, '', `${bare}#${openId}`)
    else history.replaceState(null, '', `${bare}#${openId}`)
  }, [openId, isReady])
  useEffect(() => {
    const follow = () => latest.current(hashId())
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
}
