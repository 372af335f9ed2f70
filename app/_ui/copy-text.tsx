'use client'

import { useRef, useState } from 'react'
import { Button } from './button'
import { StatusLine } from './status-line'

type CopyTextProps = { value: string; copy: string; copied: string }

/** A secret or a link shown once. On plain http there is no clipboard: then the press selects, to be copied by hand. */
export function CopyText({ value, copy, copied }: CopyTextProps) {
  const shown = useRef<HTMLElement>(null)
  const [isCopied, setCopied] = useState(false)
  async function press() {
    if ('clipboard' in navigator) {
      await navigator.clipboard.writeText(value)
      setCopied(true)
    } else if (shown.current) getSelection()?.selectAllChildren(shown.current)
  }
  return (
    <div className="grid gap-3">
      <code ref={shown} className="bg-sunk rounded-md p-3 font-mono text-sm break-all select-all">
        {value}
      </code>
      <div className="flex items-center gap-3">
        <Button onClick={press}>{copy}</Button>
        <StatusLine tone="good">{isCopied ? copied : null}</StatusLine>
      </div>
    </div>
  )
}
