import { shareOf, type Recall } from '@/lib/core/classroom/learner-figures'
import type { Locale } from '@/lib/core/content/content'
import { formatShare } from '@/lib/platform/i18n/format'

/** "92% of 50", with the number small: of few answers a share says little. */
export function RecallCell({
  recall,
  say,
  locale,
}: {
  recall: Recall
  say: (share: string, n: number) => string
  locale: Locale
}) {
  const share = shareOf(recall)
  return share === null ? (
    <span className="text-soft">–</span>
  ) : (
    <span className="whitespace-nowrap tabular-nums">{say(formatShare(locale, share), recall.asked)}</span>
  )
}
