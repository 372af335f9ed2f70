import type { Samples } from '@/lib/authoring/list-sample-cards'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { homeText } from '../_text/home'
import { TextLink } from '../_ui/text-link'
import { CardDemo } from './card-demo'
import { CellDemo } from './cell-demo'
import { GuestButton } from './guest-button'
import { renderCell } from './render-cell'

/** For a visitor: the thing itself, twice, and one press to begin. */
export function HomeView({ samples, locale }: { samples: Samples; locale: Locale }) {
  const text = getText(homeText, locale)
  return (
    <div className="grid gap-16 sm:gap-24">
      <section className="grid gap-x-16 gap-y-8 lg:grid-cols-2 lg:items-center">
        <div className="grid gap-6">
          <h1 className="text-3xl sm:text-4xl">{text.title}</h1>
          <p className="text-soft text-lg">{text.lead(samples.deckCards)}</p>
          <GuestButton />
          <p className="text-soft text-sm">
            {text.guestNote}
            <span className="mt-2 flex flex-wrap gap-x-6">
              <TextLink href="/sign-in" isAlone>
                {text.haveAccount}
              </TextLink>
              <TextLink href="/sign-up" isAlone>
                {text.createAccount}
              </TextLink>
            </span>
          </p>
        </div>
        {samples.cards.length > 0 ? <CardDemo cards={samples.cards} /> : null}
      </section>
      <section className="grid gap-8">
        <header className="grid gap-2">
          <h2 className="text-2xl">{text.cell.title}</h2>
          <p className="text-soft max-w-measure">{text.cell.lead}</p>
        </header>
        <CellDemo {...renderCell()} />
      </section>
    </div>
  )
}
