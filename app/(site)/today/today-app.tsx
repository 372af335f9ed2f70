'use client'

import { NobodyPanel } from '@/app/_study/nobody-panel'
import { UnreachablePanel } from '@/app/_study/unreachable-panel'
import { useStoredLocale } from '@/app/_study/use-stored-locale'
import { useStudyHouse } from '@/app/_study/use-study-house'
import { todayText } from '@/app/_text/today'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { TodayBoard } from './today-board'

export function TodayApp() {
  const text = useText(todayText)
  const house = useStudyHouse()
  useStoredLocale()
  return (
    <>
      <h1 className="text-2xl sm:text-3xl">{text.title}</h1>
      <div className="mt-6 min-h-[60vh] sm:mt-8">
        {house.status === 'opening' ? <p className="text-soft">{text.opening}</p> : null}
        {house.status === 'nobody' ? <NobodyPanel /> : null}
        {house.status === 'unreachable' ? <UnreachablePanel /> : null}
        {house.status === 'ready' ? <TodayBoard engine={house.open.engine} /> : null}
      </div>
    </>
  )
}
