import type { NamedSkill } from '@/lib/classroom/name-slips'
import type { Locale } from '@/lib/core/content/content'
import { formatShare } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { inLocale } from '../_decks/in-locale'
import { LocalizedText } from '../_decks/localized-text'
import { classFiguresText } from '../_text/class-figures'

type SlipTablesProps = {
  skills: NamedSkill[]
  /** Of one learner there is no share of learners. */
  isOfOne?: boolean
  locale: Locale
}

/** Exercise by exercise the slips that were made, each with the share of learners who made it, drawn and said. */
export function SlipTables({ skills, isOfOne = false, locale }: SlipTablesProps) {
  const text = getText(classFiguresText, locale)
  if (skills.length === 0) return <p className="text-soft">{text.noSlips}</p>
  const clean = skills.filter(({ slips }) => slips.length === 0)
  const names = clean.flatMap(({ name }) => inLocale(name, locale)?.value ?? [])
  return (
    <>
      {skills
        .filter(({ slips }) => slips.length > 0)
        .map((skill) => (
          <SlipTable key={skill.exercise} {...{ skill, isOfOne, locale }} />
        ))}
      {names.length > 0 ? (
        <p className="text-soft max-w-measure text-sm">{text.noSlipsIn(names.join(text.comma))}</p>
      ) : null}
    </>
  )
}

function SlipTable({ skill, isOfOne, locale }: { skill: NamedSkill; isOfOne: boolean; locale: Locale }) {
  const text = getText(classFiguresText, locale)
  const { name, learners, attempts, slips } = skill
  const head = 'pb-1 text-start font-normal'
  return (
    <section className="grid max-w-3xl gap-2">
      <h3 className="flex flex-wrap items-baseline gap-x-3">
        <LocalizedText text={name} locale={locale} />
        <span className="text-soft text-sm font-normal">
          {isOfOne ? text.attemptCount(attempts) : text.skillFacts(learners, attempts)}
        </span>
      </h3>
      <table className="w-full text-sm">
        <thead className="text-soft text-xs">
          <tr>
            <th scope="col" className={head}>
              {text.slip}
            </th>
            {isOfOne ? null : (
              <th scope="col" className={head}>
                {text.shareOfLearners}
              </th>
            )}
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
              {isOfOne ? null : (
                <td className="w-2/5">
                  <Share share={share} locale={locale} />
                </td>
              )}
              <td className="text-end tabular-nums">{times}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Share({ share, locale }: { share: number; locale: Locale }) {
  return (
    <span className="flex items-center gap-3">
      <span aria-hidden="true" className="bg-sunk h-2 flex-1">
        <span
          className="bg-accent block h-full forced-colors:bg-[Highlight]"
          style={{ width: `${Math.round(share * 100)}%` }}
        />
      </span>
      <span className="w-12 text-end tabular-nums">{formatShare(locale, share)}</span>
    </span>
  )
}
