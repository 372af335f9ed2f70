'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { classDeskText } from '../_text/class-desk'
import { Button } from '../_ui/button'
import { StatusLine } from '../_ui/status-line'

export function ArchiveClass({ id, isArchived }: { id: string; isArchived: boolean }) {
  const text = useText(classDeskText)
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  async function press() {
    const answer = await callApi('PATCH', `/classes/${id}`, { isArchived: !isArchived })
    setProblem(answer.ok ? null : answer.message)
    if (answer.ok) router.refresh()
  }
  return (
    <div className="grid justify-items-start gap-2">
      <Button onClick={press}>{isArchived ? text.reopen : text.archive}</Button>
      {isArchived ? null : <p className="text-soft max-w-measure text-sm">{text.archiveText}</p>}
      <StatusLine tone="danger">{problem}</StatusLine>
    </div>
  )
}
