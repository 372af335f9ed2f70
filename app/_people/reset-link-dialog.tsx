'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { peopleText } from '../_text/people'
import { Button } from '../_ui/button'
import { CopyText } from '../_ui/copy-text'
import { Dialog } from '../_ui/dialog'

type ResetLinkDialogProps = { link: { name: string; url: string } | null; onClose: () => void }

export function ResetLinkDialog({ link, onClose }: ResetLinkDialogProps) {
  const text = useText(peopleText)
  return (
    <Dialog
      isOpen={link !== null}
      onClose={onClose}
      title={text.resetTitle(link?.name ?? '')}
      actions={<Button onClick={onClose}>{text.close}</Button>}
    >
      <p className="text-soft text-sm">{text.resetLead}</p>
      <CopyText value={link?.url ?? ''} copy={text.copy} copied={text.copied} />
    </Dialog>
  )
}
