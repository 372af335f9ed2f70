'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callApi } from '../_api/call-api'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { decksText } from '../_text/decks'
import { Button } from '../_ui/button'
import { ButtonLink } from '../_ui/button-link'
import { Dialog } from '../_ui/dialog'
import { StatusLine } from '../_ui/status-line'

type EnrolmentActionsProps = {
  deckId: string
  slug: string
  isEnrolled: boolean
  isSignedIn: boolean
  link: string | undefined
}

export function EnrolmentActions({ deckId, slug, isEnrolled, isSignedIn, link }: EnrolmentActionsProps) {
  const text = useText(decksText)
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const here = `/decks/${slug}${link === undefined ? '' : `?link=${encodeURIComponent(link)}`}`
  async function change(method: 'PUT' | 'DELETE') {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    const answer = await callApi(method, `/decks/${slug}/enrolment`, method === 'PUT' ? { link } : undefined)
    // Who has joined needs the link no more; who has left an unlisted deck would find nothing without it.
    if (answer.ok && method === 'PUT' && link !== undefined) router.replace(`/decks/${slug}`)
    else if (answer.ok) router.refresh()
    else setProblem(answer.message)
    setLeaving(false)
    setBusy(false)
  }

  if (!isSignedIn) {
    return (
      <ButtonLink look="primary" href={`/sign-in?from=${encodeURIComponent(here)}`}>
        {text.signInToStudy}
      </ButtonLink>
    )
  }
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-3">
        {isEnrolled ? (
          <>
            <ButtonLink look="primary" href={`/review?deck=${encodeURIComponent(deckId)}`}>
              {text.studyNow}
            </ButtonLink>
            <Button onClick={() => setLeaving(true)}>{text.leave}</Button>
          </>
        ) : (
          <Button look="primary" isBusy={isBusy} onClick={() => change('PUT')}>
            {text.study}
          </Button>
        )}
      </div>
      <StatusLine tone="danger">{problem}</StatusLine>
      <Dialog
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        title={text.leaveTitle}
        actions={
          <>
            <Button onClick={() => setLeaving(false)}>{text.stay}</Button>
            <Button look="danger" isBusy={isBusy} onClick={() => change('DELETE')}>
              {text.leave}
            </Button>
          </>
        }
      >
        <p className="text-soft">{text.leaveLead}</p>
      </Dialog>
    </div>
  )
}
