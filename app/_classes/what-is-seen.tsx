import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { classesText } from '../_text/classes'

/** What the instructors of a class see of a learner and what not: said before joining, and on the class' page after. */
export function WhatIsSeen({ locale }: { locale: Locale }) {
  const text = getText(classesText, locale)
  return (
    <section className="grid max-w-measure gap-6">
      <Listed title={text.seenTitle} items={text.seen} />
      <Listed title={text.unseenTitle} items={text.unseen} />
      <p className="text-soft text-sm">{text.seenMore}</p>
    </section>
  )
}

function Listed({ title, items }: { title: string; items: Record<string, string> }) {
  return (
    <div className="grid gap-2">
      <h2 className="text-lg">{title}</h2>
      <ul className="marker:text-soft grid list-disc gap-1 ps-5">
        {Object.entries(items).map(([key, item]) => (
          <li key={key}>{item}</li>
        ))}
      </ul>
    </div>
  )
}
