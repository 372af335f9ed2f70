import { headers } from 'next/headers'
import { JoinView } from '@/app/_classes/join-view'
import { NoSuchCode } from '@/app/_classes/no-such-code'
import { readCodeParam } from '@/app/_classes/read-code-param'
import { pageTitle } from '@/app/_shell/page-title'
import { classesText } from '@/app/_text/classes'
import { previewClass } from '@/lib/classroom/preview-class'
import { clientAddress } from '@/lib/platform/door/client-address'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(classesText, (text) => text.join)

export default async function JoinPage({ params }: { params: Promise<{ code: string }> }) {
  const { store, actor, learner, locale, now } = await pageDoor('anyone')
  const code = readCodeParam((await params).code)
  const address = clientAddress(await headers())
  const preview = await previewClass(store, actor, { code, address }, now)
  if (!preview.ok) return <NoSuchCode isTooMany={preview.code === 'too-many'} locale={locale} />
  return <JoinView preview={preview.value} code={code} learner={learner} locale={locale} />
}
