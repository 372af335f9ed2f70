import { expect, it } from 'vitest'
import { getText } from '@/lib/platform/i18n/get-text'
import { decksText } from './decks'
import { editorText } from './editor'
import { galleryText } from './gallery'
import { publishingText } from './publishing'
import { reviewText } from './review'
import { todayText } from './today'

it.each(['en', 'zh'] as const)(
  'counts in sentences are grouped where they reach the thousands: %s',
  (locale) => {
    const sentences = [
      getText(decksText, locale).cards(1234),
      getText(galleryText, locale).learners(1234),
      getText(editorText, locale).counted(1234, 1234),
      getText(publishingText, locale).cardsAdded(1234),
      getText(reviewText, locale).left(1234),
      getText(reviewText, locale).summary.tomorrow(1234, 1234),
      getText(todayText, locale).streak(1234),
      getText(todayText, locale).waiting(1234),
    ]
    for (const sentence of sentences) {
      expect(sentence).toContain('1,234')
      expect(sentence).not.toContain('1234')
    }
  },
)
