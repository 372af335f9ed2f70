import { NothingHere } from './_shell/nothing-here'
import { pageTitle } from './_shell/page-title'
import { SiteFrame } from './_shell/site-frame'
import { errorsText } from './_text/errors'

export const generateMetadata = () => pageTitle(errorsText, (text) => text.notFoundTitle)

export default function NotFound() {
  return (
    <SiteFrame>
      <NothingHere />
    </SiteFrame>
  )
}
