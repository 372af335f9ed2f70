import { getText } from '@/lib/platform/i18n/get-text'
import { currentVisitor } from '@/lib/platform/door/page-door'
import { errorsText } from '../_text/errors'
import { ButtonLink } from '../_ui/button-link'

/** What stands in a page's place when there is no such page, or not for this reader. */
export async function NothingHere() {
  const text = getText(errorsText, (await currentVisitor()).locale)
  return (
    <div className="max-w-measure grid gap-4 sm:py-8">
      <h1 className="text-2xl sm:text-3xl">{text.notFoundTitle}</h1>
      <p className="text-soft text-lg">{text.notFound}</p>
      <div className="mt-2">
        <ButtonLink href="/">{text.home}</ButtonLink>
      </div>
    </div>
  )
}
