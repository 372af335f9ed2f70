import { ImportJob } from '@/app/_import/import-job'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { importsText } from '@/app/_text/imports'
import { getImport } from '@/lib/authoring/exchange/get-import'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(importsText, (text) => text.title)

type Props = { params: Promise<{ id: string }> }

export default async function ImportJobPage({ params }: Props) {
  const { store, actor, locale, now } = await pageDoor('account')
  const { id } = await params
  return <ImportJob initial={valueOrNotFound(await getImport(store, actor, { id, locale }, now))} />
}
