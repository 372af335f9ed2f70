import type { Metadata } from 'next'
import { PackPreload } from '@/app/_study/pack-preload'
import { todayText } from '@/app/_text/today'
import { getText } from '@/lib/platform/i18n/get-text'
import { currentVisitor, pageDoor } from '@/lib/platform/door/page-door'
import { TodayApp } from './today-app'

export async function generateMetadata(): Promise<Metadata> {
  return { title: getText(todayText, (await currentVisitor()).locale).title }
}

/** A shell that is the same for everybody: what is due comes from this browser, so the page opens without a network. */
export default async function TodayPage() {
  const { actor } = await pageDoor('anyone')
  return (
    <>
      {actor.kind === 'user' ? <PackPreload /> : null}
      <TodayApp />
    </>
  )
}
