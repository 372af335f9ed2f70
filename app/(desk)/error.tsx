'use client'

import { Surprise } from '../_shell/surprise'

export default function SiteError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return <Surprise id={error.digest} retry={reset} />
}
