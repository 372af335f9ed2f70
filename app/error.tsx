'use client'

import { Surprise } from './_shell/surprise'

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <main className="max-w-page mx-auto px-4 sm:px-6">
      <Surprise id={error.digest} retry={reset} />
    </main>
  )
}
