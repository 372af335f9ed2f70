'use client'

import { useState } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { classesText } from '../_text/classes'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'
import { StatusLine } from '../_ui/status-line'

export function LeaveClass({ id, name }: { id: string; name: string }) {
  const text = useText(classesText)
  const [isOpen, setOpen] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function leave() {
    const answer = await callApi('DELETE', `/classes/${id}/membership`)
    if (answer.ok) window.location.assign('/classes')
    else setProblem(answer.message)
  }
  return (
    <div>
      <Button look="danger" onClick={() => setOpen(true)}>
        {text.leave}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={text.leaveTitle(name)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{text.cancel}</Button>
            <Button look="danger" onClick={leave}>
              {text.leave}
            </Button>
          </>
        }
      >
        <p>{text.leaveText}</p>
        <StatusLine tone="danger">{problem}</StatusLine>
      </Dialog>
    </div>
  )
}
