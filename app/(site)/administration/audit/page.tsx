import { AuditView } from '@/app/_administration/audit-view'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { administrationText } from '@/app/_text/administration'
import { auditQuery } from '@/lib/administration/administration-schemas'
import { listAudit } from '@/lib/administration/list-audit'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(administrationText, (text) => text.audit.title)

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditPage({ searchParams }: Props) {
  const { store, actor, learner, locale } = await pageDoor('administrator')
  const parsed = auditQuery.safeParse(await searchParams)
  const query = parsed.success ? parsed.data : {}
  const page = valueOrNotFound(await listAudit(store, actor, query))
  return <AuditView {...page} query={query} locale={locale} timeZone={learner.timeZone} />
}
