'use client'

import Link from 'next/link'
import type { StudyState } from '@/app/_study/study-state'
import { titleOf } from '@/app/_study/title-of'
import { todayText } from '@/app/_text/today'
import { formatNumber } from '@/lib/platform/i18n/format'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'

export function DeckTable({ study }: { study: StudyState }) {
  const text = useText(todayText)
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  // On a phone the counts take what they need and no more: the deck's name has the rest.
  const head = 'text-soft py-2 text-xs font-normal'
  const count = 'ps-3 text-end whitespace-nowrap tabular-nums'
  return (
    <section>
      <h2 className="text-lg">{text.decks}</h2>
      <table className="mt-2 w-full">
        <thead>
          <tr className="border-hairline border-b">
            <th scope="col" className={`${head} w-full text-start`}>
              {text.deck}
            </th>
            {[text.columnNew, text.columnLearning, text.columnDue].map((name) => (
              <th key={name} scope="col" className={`${head} ${count} sm:min-w-20`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {study.pack.decks.map((deck) => {
            const title = titleOf(deck.title, locale)
            const counts = study.queue.countsByDeck[deck.id] ?? { new: 0, learning: 0, review: 0 }
            return (
              <tr key={deck.id} className="border-hairline border-b">
                <th scope="row" className="py-1 text-start font-normal">
                  <Link
                    href={`/review?deck=${encodeURIComponent(deck.id)}`}
                    lang={languageTag(title.locale)}
                    className="text-accent inline-flex min-h-11 items-center py-1 leading-snug underline-offset-4 hover:underline"
                  >
                    {title.text}
                  </Link>
                </th>
                <td className={count}>{number(counts.new)}</td>
                <td className={count}>{number(counts.learning)}</td>
                <td className={count}>{number(counts.review)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
