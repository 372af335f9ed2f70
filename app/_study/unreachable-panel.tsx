'use client'

import { useEffect } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { Button } from '../_ui/button'
import { todayText } from '../_text/today'
import { studyHouse } from './study-house'

export function UnreachablePanel() {
  const text = useText(todayText)
  useEffect(() => {
    const again = () => void studyHouse.enterAgain()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [])
  return (
    <section className="grid justify-items-start gap-3">
      <h2 className="text-2xl">{text.unreachable}</h2>
      <p className="text-soft">{text.unreachableText}</p>
      <Button className="mt-3" onClick={() => void studyHouse.enterAgain()}>
        {text.tryAgain}
      </Button>
    </section>
  )
}
