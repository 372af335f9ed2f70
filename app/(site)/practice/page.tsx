import type { Metadata } from 'next'
import { pageDoor } from '@/lib/platform/door/page-door'
import { getText } from '@/lib/platform/i18n/get-text'
import { listMastery } from '@/lib/practice/list-mastery'
import { PracticeView } from '../../_exercise/practice-view'
import { practiceText } from '../../_text/practice'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageDoor('signed-in')
  return { title: getText(practiceText, locale).title }
}

export default async function PracticePage() {
  const { store, actor, locale, now } = await pageDoor('signed-in')
  const report = await listMastery(store, actor, undefined, now)
  if (!report.ok) throw new Error(report.code)
  return <PracticeView report={report.value} locale={locale} />
}
