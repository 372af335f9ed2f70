import type { NamedSkill } from '@/lib/classroom/name-slips'
import type { Locale } from '@/lib/core/content/content'
import { formatShare } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { LocalizedText } from '../_decks/localized-text'
import { classesText } from '../_text/classes'

/** Exercise by exercise the slips that were made, each with the share of learners who made it, drawn and said. */
export function SlipTables({ skills, locale }: { skills: NamedSkill[]; locale: Locale }) {
  const text = getText(classesText, locale)
  if (skills.length === 0) return <p className="text-soft">{text.noSlips}</p>
  return skills.map(({ exercise, name, learners, attempts, slips }) => (
    <section key={exercise} className="grid max-w-3xl gap-2">
      <h3 className="flex flex-wrap items-baseline gap-x-3">
        <LocalizedText text={name} locale={locale} />
        <span className="text-soft text-sm font-normal">{text.skillFacts(learners, attempts)}</span>
      </h3>
      {slips.length === 0 ? (
        <p className="text-soft text-sm">{text.noSlipsHere}</p>
      ) : (
        <table className="w-full text-sm">
          <thead className="text-soft text-xs">
            <tr>
              <th scope="col" className="pb-1 text-start font-normal">
                {text.slip}
              </th>
              <th scope="col" className="pb-1 text-start font-normal">
                {text.shareOfLearners}
              </th>
              <th scope="col" className="w-16 pb-1 text-end font-normal">
                {text.times}
              </th>
            </tr>
          </thead>
          <tbody className="border-hairline border-b">
            {slips.map(({ slip, name: slipName, share, times }) => (
              <tr key={slip} className="border-hairline border-t">
                <th scope="row" className="py-2 pe-4 text-start font-normal">
                  <LocalizedText text={slipName} locale={locale} />
                </th>
                <td className="w-2/5">
                  <span className="flex items-center gap-3">
                    <span aria-hidden="true" className="bg-sunk h-2 flex-1">
                      <span
                        className="bg-accent block h-full forced-colors:bg-[Highlight]"
                        style={{ width: `${Math.round(share * 100)}%` }}
                      />
                    </span>
                    <span className="w-12 text-end tabular-nums">{formatShare(locale, share)}</span>
                  </span>
                </td>
                <td className="text-end tabular-nums">{times}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  ))
}
