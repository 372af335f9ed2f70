'use client'

import Link from 'next/link'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { shellText } from '../_text/shell'
import { MarkIcon } from '../_ui/icons'

export function BrandLink() {
  const text = useText(shellText)
  return (
    <Link href="/" aria-label={text.home} className="inline-flex min-h-11 items-center gap-2.5">
      <span className="text-accent">
        <MarkIcon />
      </span>
      <span lang="en" className="font-serif text-xl font-semibold tracking-tight">
        Unroll
      </span>
    </Link>
  )
}
