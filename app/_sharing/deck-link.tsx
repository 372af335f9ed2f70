'use client'

import { useState } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { sharingText } from '../_text/sharing'
import { Button } from '../_ui/button'
import { CopyText } from '../_ui/copy-text'
import { Dialog } from '../_ui/dialog'
import { StatusLine } from '../_ui/status-line'
import { useIsHydrated } from '../_ui/use-is-hydrated'

type DeckLinkProps = { slug: string; link: string | null; onRenew: (link: string) => void }

/** The link that opens an unlisted deck. One that was unlisted before links existed has none yet. */
export function DeckLink({ slug, link, onRenew }: DeckLinkProps) {
  const text = useText(sharingText)
  const isHydrated = useIsHydrated()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [status, setStatus] = useState<{ tone: 'good' | 'danger'; words: string } | null>(null)

  async function renew() {
    if (isBusy) return
    setBusy(true)
    const answer = await callApi<{ link: string }>('POST', `/decks/${slug}/link`)
    setBusy(false)
    setAsking(false)
    if (!answer.ok) return setStatus({ tone: 'danger', words: answer.message })
    onRenew(answer.value.link)
    if (link !== null) setStatus({ tone: 'good', words: text.renewed })
  }

  return (
    <section aria-label={text.link} className="border-hairline grid gap-4 border-t pt-5">
      <div className="grid gap-1">
        <h3 className="text-lg">{text.link}</h3>
        <p className="text-soft text-sm">{text.linkLead}</p>
      </div>
      {link === null ? (
        <div>
          <Button isBusy={isBusy} onClick={renew}>
            {text.makeLink}
          </Button>
        </div>
      ) : (
        <>
          <CopyText
            key={link}
            value={`${isHydrated ? location.origin : ''}/decks/${slug}?link=${link}`}
            copy={text.copy}
            copied={text.copied}
          />
          <div>
            <Button look="quiet" className="-ms-3" onClick={() => setAsking(true)}>
              {text.renew}
            </Button>
          </div>
        </>
      )}
      <StatusLine tone={status?.tone}>{status?.words}</StatusLine>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={text.renewTitle}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{text.keep}</Button>
            <Button look="danger" isBusy={isBusy} onClick={renew}>
              {text.renew}
            </Button>
          </>
        }
      >
        <p>{text.renewLead}</p>
      </Dialog>
    </section>
  )
}
