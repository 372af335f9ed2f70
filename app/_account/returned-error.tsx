import type { Locale } from '@/lib/core/content/content'
import { errorMessage } from '@/lib/platform/errors/messages'
import { StatusLine } from '../_ui/status-line'

/** Why the sign-in provider led back here without success. What the address says is only looked up, never shown. */
export function ReturnedError({ reason, locale }: { reason: string | undefined; locale: Locale }) {
  if (reason === undefined) return null
  return (
    <StatusLine tone="danger" className="max-w-form mx-auto mb-6 w-full">
      {errorMessage('sign-in-required', { reason }, locale)}
    </StatusLine>
  )
}
