import { formatNumber } from '@/lib/platform/i18n/format'

// Counts in sentences, by the language of the sentence: a deck may have thousands of cards.
export const en = (count: number): string => formatNumber('en', count)
export const zh = (count: number): string => formatNumber('zh', count)
