import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { classesText } from '../_text/classes'
import { PageHeader } from '../_ui/page-header'
import { JoinByCode } from './join-by-code'

export function NoSuchCode({ isTooMany, locale }: { isTooMany: boolean; locale: Locale }) {
  const text = getText(classesText, locale)
  return (
    <>
      <PageHeader title={text.joinMissing} lead={isTooMany ? text.joinWait : text.joinMissingText} />
      <div className="max-w-sm">
        <JoinByCode />
      </div>
    </>
  )
}
