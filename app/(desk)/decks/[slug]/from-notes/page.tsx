import { LocalizedText } from '@/app/_decks/localized-text'
import { loadEditor } from '@/app/_editor/load-editor'
import { FromNotesApp } from '@/app/_notes/from-notes-app'
import { pageTitle } from '@/app/_shell/page-title'
import { fromNotesText } from '@/app/_text/from-notes'
import { PageHeader } from '@/app/_ui/page-header'
import { TextLink } from '@/app/_ui/text-link'
import { pageDoor } from '@/lib/platform/door/page-door'
import { getText } from '@/lib/platform/i18n/get-text'
import { notFound } from 'next/navigation'

type Props = { params: Promise<{ slug: string }> }

export const generateMetadata = () => pageTitle(fromNotesText, (text) => text.title)

export default async function FromNotesPage({ params }: Props) {
  const { store, actor, locale } = await pageDoor('account')
  const { slug, title, canEdit } = await loadEditor(store, actor, (await params).slug)
  if (!canEdit) notFound()
  const text = getText(fromNotesText, locale)
  return (
    <>
      <p className="-mt-4 mb-2 text-sm">
        <TextLink href={`/decks/${slug}/edit`} isAlone>
          {text.backToEditor}: <LocalizedText text={title} locale={locale} />
        </TextLink>
      </p>
      <PageHeader title={text.title} lead={text.lead} />
      <FromNotesApp slug={slug} />
    </>
  )
}
