import { getText } from '@/lib/platform/i18n/get-text'
import { currentVisitor } from '@/lib/platform/door/page-door'
import { pageTitle } from './_shell/page-title'
import { SiteFrame } from './_shell/site-frame'
import { errorsText } from './_text/errors'
import { ButtonLink } from './_ui/button-link'

export const generateMetadata = () => pageTitle(errorsText, (text) => text.notFoundTitle)

export default async function NotFound() {
  const text = getText(errorsText, (await currentVisitor()).locale)
  return (
    <SiteFrame>
      <div className="grid max-w-measure gap-5 py-8">
        <h1 className="text-3xl">{text.notFoundTitle}</h1>
        <p className="text-soft text-lg">{text.notFound}</p>
        <div className="mt-2">
          <ButtonLink href="/">{text.home}</ButtonLink>
        </div>
      </div>
    </SiteFrame>
  )
}
