'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { editorText } from '../_text/editor'
import { Button } from '../_ui/button'
import type { SessionState } from './note-session'

/** Whether what is written is safe, and where. Spoken only when it is not. */
export function SaveLine({ session, onRetry }: { session: SessionState; onRetry: () => void }) {
  const text = useText(editorText)
  const isBad = session.save === 'failed' || session.save === 'conflict'
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-x-3 text-sm">
      <p
        data-save={session.save}
        className={isBad ? 'text-danger' : 'text-soft'}
        role={isBad ? 'alert' : undefined}
      >
        {text.save[session.save]}
        {session.failure === null ? null : `: ${session.failure}`}
      </p>
      {session.save === 'failed' ? (
        <Button look="quiet" onClick={onRetry}>
          {text.retry}
        </Button>
      ) : null}
    </div>
  )
}
