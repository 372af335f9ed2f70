'use client'

import { useState } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { classesText } from '../_text/classes'
import { Button } from '../_ui/button'
import { StatusLine } from '../_ui/status-line'

/** Adds a deck of a class to those that one studies. */
export function StartStudying({ slug, done }: { slug: string; done: () => void }) {
  const text = useText(classesText)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function press() {
    if (isBusy) return
    setBusy(true)
    const answer = await callApi('PUT', `/decks/${slug}/enrolment`, {})
    setBusy(false)
    if (answer.ok) done()
    else setProblem(answer.message)
  }
  return (
    <div className="grid justify-items-end gap-1">
      <Button look="primary" isBusy={isBusy} onClick={press}>
        {text.startStudying}
      </Button>
      <StatusLine tone="danger">{problem}</StatusLine>
    </div>
  )
}
