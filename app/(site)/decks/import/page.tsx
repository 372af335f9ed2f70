import { ImportList } from '@/app/_import/import-list'
import { ImportStart } from '@/app/_import/import-start'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { importsText } from '@/app/_text/imports'
import { PageHeader } from '@/app/_ui/page-header'
import { TextLink } from '@/app/_ui/text-link'
import { listImports } from '@/lib/authoring/exchange/get-import'
import { pageDoor } from '@/lib/platform/door/page-door'
import { getText } from '@/lib/platform/i18n/get-text'

export const generateMetadata = () => pageTitle(importsText, (text) => text.title)

export default async function ImportPage() {
  const { store, actor, learner, locale, now } = await pageDoor('account')
  const { imports } = valueOrNotFound(await listImports(store, actor, { locale }, now))
  const text = getText(importsText, locale)
  return (
    <>
      <p className="-mt-4 mb-2 text-sm">
        <TextLink href="/decks" isAlone>
          {text.allDecks}
        </TextLink>
      </p>
      <PageHeader title={text.title} lead={text.lead} />
      <div className="grid gap-14">
        <ImportStart />
        <ImportList imports={imports} locale={locale} timeZone={learner.timeZone} />
      </div>
    </>
  )
}
