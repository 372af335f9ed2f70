import type { ShownHardCard } from '@/lib/classroom/hard-cards-with-sides'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { inLocale } from '../_decks/in-locale'
import { classFiguresText } from '../_text/class-figures'
import { CardSide } from '../_ui/card-side'

type HardCardsProps = {
  cards: ShownHardCard[]
  /** Of one learner there is nothing to say of how many. */
  isOfOne?: boolean
  locale: Locale
}

/** The cards that were forgotten most, as learners see them, the worst first. */
export function HardCards({ cards, isOfOne = false, locale }: HardCardsProps) {
  const text = getText(classFiguresText, locale)
  if (cards.length === 0) return <p className="text-soft">{text.noHardest}</p>
  return (
    <table className="w-full">
      <thead className="text-soft text-xs">
        <tr>
          <th scope="col" className="pb-2 text-start font-normal">
            {text.card}
          </th>
          <th scope="col" className="w-28 ps-4 pb-2 text-end font-normal">
            {text.forgotten}
          </th>
          {isOfOne ? null : (
            <th scope="col" className="w-20 ps-4 pb-2 text-end font-normal">
              {text.byLearners}
            </th>
          )}
        </tr>
      </thead>
      <tbody className="border-hairline border-b">
        {cards.map(({ cardId, sides, asked, forgotten, learners }) => {
          const side = inLocale(sides, locale)
          return (
            <tr key={cardId} className="border-hairline border-t">
              <td className="max-w-0 py-3">
                {side ? <CardSide html={side.value.front} locale={side.locale} /> : null}
              </td>
              <td className="ps-4 text-end text-sm tabular-nums">{text.forgottenOf(forgotten, asked)}</td>
              {isOfOne ? null : <td className="ps-4 text-end text-sm tabular-nums">{learners}</td>}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
