import { plural } from '@/lib/platform/i18n/format'

/** Whether English counts this many as one. */
export const isOne = (count: number): boolean => plural('en', count, { one: 'one', other: 'other' }) === 'one'

/** The ending of a regular plural. */
export const s = (count: number): string => (isOne(count) ? '' : 's')
