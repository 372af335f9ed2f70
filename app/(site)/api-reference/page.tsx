import { readOperations } from '@/app/_reference/read-operations'
import { ReferenceView } from '@/app/_reference/reference-view'
import { pageTitle } from '@/app/_shell/page-title'
import { referenceText } from '@/app/_text/reference'
import { routeModules } from '@/app/api/v1/openapi.json/route-modules'
import { getEnvironment } from '@/lib/platform/env'
import { pageDoor } from '@/lib/platform/door/page-door'
import { openApiDocument } from '@/lib/platform/openapi/open-api-document'

export const generateMetadata = () => pageTitle(referenceText, (text) => text.title)

export default async function ApiReferencePage() {
  const { locale } = await pageDoor('anyone')
  const { PUBLIC_URL, PORT } = getEnvironment()
  const groups = readOperations(openApiDocument(await routeModules()))
  return <ReferenceView groups={groups} origin={PUBLIC_URL ?? `http://localhost:${PORT}`} locale={locale} />
}
