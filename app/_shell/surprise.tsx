'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { errorsText } from '../_text/errors'
import { Button } from '../_ui/button'

/** What a page shows in place of itself when it threw: what happened, its number in the log, and a way on. */
export function Surprise({ id, retry }: { id: string | undefined; retry: () => void }) {
  const text = useText(errorsText)
  return (
    <div className="grid max-w-measure gap-4 sm:py-8">
      <h1 className="text-2xl sm:text-3xl">{text.surpriseTitle}</h1>
      <p className="text-soft text-lg">{text.surprise}</p>
      {id ? (
        <p className="text-soft text-sm">
          {text.id}
          <code className="font-mono">{id}</code>
        </p>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-3">
        <Button look="primary" onClick={retry}>
          {text.again}
        </Button>
      </div>
    </div>
  )
}
