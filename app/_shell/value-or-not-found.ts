import { notFound } from 'next/navigation'
import type { Result } from '@/lib/core/result'

/** A page has one answer to every refusal: what may not be seen is not there. */
export function valueOrNotFound<T>(result: Result<T>): T {
  if (!result.ok) notFound()
  return result.value
}
