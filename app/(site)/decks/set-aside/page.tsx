import { AsideView } from '@/app/_decks/aside-view'
import { pageTitle } from '@/app/_shell/page-title'
import { decksText } from '@/app/_text/decks'
import { PageHeader } from '@/app/_ui/page-header'
import { TextLink } from '@/app/_ui/text-link'
import { getText } from '@/lib/platform/i18n/get-text'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(decksText, (text) => text.aside.title)

export default async function SetAsidePage() {
  const { locale } = await pageDoor('signed-in')
  const text = getText(decksText, locale)
  return (
    <>
      <p className="-mt-4 mb-2 text-sm">
        <TextLink href="/decks" isAlone>
          {text.allDecks}
        </TextLink>
      </p>
      <PageHeader title={text.aside.title} lead={text.aside.lead} />
      <AsideView />
    </>
  )
}
