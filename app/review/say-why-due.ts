import type { Locale } from '@/lib/core/content/content'
import type { DueReason } from '@/lib/core/stats/why-due'
import { formatShare } from '@/lib/platform/i18n/format'
import type { reviewText } from '../_text/review'

/** Why a card is here, in a sentence. */
export function sayWhyDue(
  text: (typeof reviewText)['en']['infoDialog'],
  locale: Locale,
  reason: DueReason,
): string {
  switch (reason.why) {
    case 'new':
      return text.whyNew
    case 'suspended':
      return text.whySuspended
    case 'buried':
      return text.whyBuried
    case 'step':
      return (reason.relearning ? text.whyRelearn : text.whyStep)(reason.step, reason.steps)
    case 'asked-again':
      return text.whyAskedAgain
    case 'exam':
      return text.whyExam
    case 'brought-forward':
      return text.whyForward
    case 'review': {
      const recall = formatShare(locale, reason.recall)
      if (reason.overdueDays === 0) return text.whyToday(recall)
      if (reason.overdueDays > 0) return text.whyOverdue(reason.overdueDays, recall)
      return text.whyLater(-reason.overdueDays, recall)
    }
  }
}
