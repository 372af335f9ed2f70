'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { reviewText } from '../_text/review'
import { KeysDialog, type KeyRow } from '../_ui/keys-dialog'

export function HelpDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const all = useText(reviewText)
  const text = all.helpDialog
  const rows: KeyRow[] = [
    [[text.space, text.enter], text.reveal],
    [['1', '2', '3', '4'], text.grade],
    [[text.space], text.good],
    [['Z'], text.undo],
    [['E'], text.edit],
    [['@'], text.suspend],
    [['-'], text.bury],
    [['F'], text.flag],
    [['I'], text.info],
    [['R'], text.report],
    [['L'], text.language],
    [['?'], text.help],
  ]
  return (
    <KeysDialog
      isOpen={isOpen}
      onClose={onClose}
      title={text.title}
      close={all.close}
      columns={text}
      tables={[{ rows }]}
    >
      <p className="text-soft text-sm">{text.swipes}</p>
    </KeysDialog>
  )
}
