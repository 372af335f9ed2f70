'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { PublishedDeck } from '@/lib/authoring/publishing/publish-deck'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { publishingText } from '../_text/publishing'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'
import { StatusLine } from '../_ui/status-line'

type RestoreButtonProps = { slug: string; version: number; current: number }

export function RestoreButton({ slug, version, current }: RestoreButtonProps) {
  const text = useText(publishingText).version
  const router = useRouter()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function restore() {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    const answer = await callApi<PublishedDeck>('POST', `/decks/${slug}/history/${version}/restore`, {
      current,
    })
    if (answer.ok) return router.push(`/decks/${slug}/history`)
    setBusy(false)
    setProblem(answer.message)
  }

  return (
    <>
      <Button onClick={() => setAsking(true)}>{text.restore}</Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={text.restoreTitle(version)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{text.keep}</Button>
            <Button look="primary" isBusy={isBusy} onClick={() => void restore()}>
              {text.restore}
            </Button>
          </>
        }
      >
        <p>{text.restoreLead(current)}</p>
        <StatusLine tone="danger">{problem}</StatusLine>
      </Dialog>
    </>
  )
}
