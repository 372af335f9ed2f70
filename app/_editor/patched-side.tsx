'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Locale } from '@/lib/core/content/content'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { makeScrollersFocusable } from '../_ui/make-scrollers-focusable'
import { patchBlocks, type Block } from './patch-blocks'

/**
 * A side of a card as CardSide shows it, for HTML that changes at every key: only the paragraphs and formulas that
 * changed are put into the page anew. Laying out a long forward pass again took longer than all the rest of a key.
 */
export function PatchedSide({ html, locale }: { html: string; locale: Locale }) {
  const root = useRef<HTMLDivElement>(null)
  const blocks = useRef<Block[]>([])
  useLayoutEffect(() => {
    if (root.current) blocks.current = patchBlocks(root.current, blocks.current, html)
  }, [html])
  useEffect(() => (root.current ? makeScrollersFocusable(root.current) : undefined), [html])
  return <div ref={root} lang={languageTag(locale)} className="card-side" />
}
