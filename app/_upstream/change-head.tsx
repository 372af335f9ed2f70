'use client'

import type { UpstreamChange } from '@/lib/authoring/upstream/find-changes'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { upstreamText } from '../_text/upstream'
import { Button } from '../_ui/button'

type ChangeHeadProps = {
  kind: UpstreamChange['kind']
  name: string
  isConflict: boolean
  isTaken: boolean
  canTake: boolean
  isBusy: boolean
  onTake: () => void
}

/** What changed there, and the button that takes it over. */
export function ChangeHead({ kind, name, isConflict, isTaken, canTake, isBusy, onTake }: ChangeHeadProps) {
  const text = useText(upstreamText)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <h2 className="me-auto font-sans text-sm">
        <span className={kind === 'removed' ? 'text-danger font-medium' : 'text-accent font-medium'}>
          {text.kinds[kind]}
        </span>{' '}
        <span className="text-soft break-all">{name}</span>
      </h2>
      {isTaken ? (
        <p className="text-good text-sm">{text.taken}</p>
      ) : canTake ? (
        <Button
          look={isConflict ? 'danger' : 'plain'}
          isBusy={isBusy}
          aria-label={text.takeOf(name)}
          onClick={onTake}
        >
          {text.takeOne}
        </Button>
      ) : null}
    </div>
  )
}
