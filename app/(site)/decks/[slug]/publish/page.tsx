import { inLocale } from '@/app/_decks/in-locale'
import { PublishView } from '@/app/_publishing/publish-view'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { publishingText } from '@/app/_text/publishing'
import { PageHeader } from '@/app/_ui/page-header'
import { TextLink } from '@/app/_ui/text-link'
import { getDifference } from '@/lib/authoring/publishing/get-difference'
import { pageDoor } from '@/lib/platform/door/page-door'
import { getText } from '@/lib/platform/i18n/get-text'

export const generateMetadata = () => pageTitle(publishingText, (text) => text.title)

type Props = { params: Promise<{ slug: string }> }

export default async function PublishPage({ params }: Props) {
  const { store, actor, locale } = await pageDoor('account')
  const { slug } = await params
  const difference = valueOrNotFound(await getDifference(store, actor, { slug, locale }))
  const text = getText(publishingText, locale)
  const title = inLocale(difference.words?.after.title ?? difference.deck.title, locale)?.value ?? slug
  return (
    <>
      <p className="-mt-4 mb-2 flex flex-wrap gap-x-6 text-sm">
        <TextLink href={`/decks/${slug}/edit`} isAlone>
          {text.toEditor}
        </TextLink>
        <TextLink href={`/decks/${slug}/history`} isAlone>
          {text.toHistory}
        </TextLink>
      </p>
      <PageHeader title={text.titleOf(title)} lead={difference.isFirst ? text.leadFirst : text.lead} />
      <PublishView difference={difference} />
    </>
  )
}
