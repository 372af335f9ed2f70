'use client'

import Link from 'next/link'
import { listMet } from '@/app/_study/cram'
import { raiseNewCards } from '@/app/_study/day-goals'
import { moreToStudy } from '@/app/_study/more-to-study'
import type { StudyState } from '@/app/_study/study-state'
import { titleOf } from '@/app/_study/title-of'
import { todayText } from '@/app/_text/today'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'

const LINK = 'text-accent inline-flex min-h-11 items-center underline-offset-4 hover:underline'

/** Beyond the day's plan, and never needed. */
export function StudyMore({ study }: { study: StudyState }) {
  const text = useText(todayText)
  const locale = useLocale()
  const more = moreToStudy(study)
  const decks = study.pack.decks
    .map((deck) => ({ deck, met: listMet(study, deck.id).length }))
    .filter(({ met }) => met > 0)
  if (more.newCards === 0 && more.ahead === 0 && decks.length === 0) return null
  return (
    <section className="border-hairline border-t pt-4 text-sm">
      <h2 className="text-base">{text.more}</h2>
      <ul className="mt-1">
        {more.newCards > 0 ? (
          <li>
            <Link href="/review" onClick={() => raiseNewCards(study, more.newCards)} className={LINK}>
              {text.moreNew(more.newCards)}
            </Link>
          </li>
        ) : null}
        {more.ahead > 0 ? (
          <li>
            <Link href="/review?ahead=1" className={LINK}>
              {text.ahead(more.ahead)}
            </Link>
          </li>
        ) : null}
        {decks.length > 0 ? (
          <li>
            <details>
              <summary className="text-accent py-2.5">{text.cram}</summary>
              <p className="text-soft">{text.cramText}</p>
              <ul>
                {decks.map(({ deck }) => {
                  const title = titleOf(deck.title, locale)
                  return (
                    <li key={deck.id}>
                      <Link
                        href={`/review?deck=${encodeURIComponent(deck.id)}&cram=1`}
                        lang={languageTag(title.locale)}
                        className={LINK}
                      >
                        {title.text}
                      </Link>
                    </li>
                  )
                })}
              </ul>
            </details>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
