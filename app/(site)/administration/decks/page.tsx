import { AllDecksView } from '@/app/_administration/all-decks-view'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { administrationText } from '@/app/_text/administration'
import { allDecksQuery } from '@/lib/administration/administration-schemas'
import { listAllDecks } from '@/lib/administration/list-all-decks'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(administrationText, (text) => text.decks.title)

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AllDecksPage({ searchParams }: Props) {
  const { store, actor, locale } = await pageDoor('administrator')
  const parsed = allDecksQuery.safeParse(await searchParams)
  const query = parsed.success ? parsed.data : allDecksQuery.parse({})
  const page = valueOrNotFound(await listAllDecks(store, actor, query))
  return <AllDecksView {...page} query={query} locale={locale} />
}
