'use client'

import type { JoinCode } from '@/lib/classroom/change-join-code'
import { showJoinCode } from '@/lib/core/classroom/join-code'
import { formatDateTime } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { useIsHydrated } from '../_ui/use-is-hydrated'
import { classDeskText } from '../_text/class-desk'
import { classesText } from '../_text/classes'
import { CopyText } from '../_ui/copy-text'

/** The code, large enough for a board, and the link with it. */
export function JoinBox({ joinCode, timeZone }: { joinCode: JoinCode; timeZone: string }) {
  const text = useText(classDeskText)
  const classText = useText(classesText)
  const locale = useLocale()
  const { code, expiresAt } = joinCode
  const shown = showJoinCode(code)
  const isHydrated = useIsHydrated()
  return (
    <div className="grid max-w-measure gap-4">
      <div>
        <p className="text-soft text-sm">{classText.code}</p>
        <p className="font-mono text-4xl tracking-wider break-all select-all">{shown}</p>
        <p className="text-soft text-sm">{text.codeUntil(formatDateTime(locale, expiresAt, timeZone))}</p>
      </div>
      <div className="grid gap-1">
        <p className="text-soft text-sm">{text.joinLink}</p>
        {isHydrated ? (
          <CopyText
            value={`${window.location.origin}/classes/join/${shown}`}
            copy={text.copy}
            copied={text.copied}
          />
        ) : null}
      </div>
    </div>
  )
}
