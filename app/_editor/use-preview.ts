'use client'

import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { NoteDraft } from '@/lib/core/content/content'
import { useLocale } from '@/lib/platform/i18n/locale-provider'
import type { ImageSize } from '@/lib/exchange/image/find-image-size'
import type { Preview } from './render-preview'

type Renderer = typeof import('./render-preview')

/** The renderer comes after the page; until then there is nothing to show. Then each key is rendered at once. */
export function usePreview(
  draft: NoteDraft | null,
  ord: number,
  sizes: ReadonlyMap<string, ImageSize>,
): Preview | null {
  const reader = useLocale()
  const [renderer, setRenderer] = useState<Renderer | null>(null)
  useEffect(() => void import('./render-preview').then(setRenderer), [])
  const settled = useDeferredValue(draft)
  return useMemo(
    () =>
      renderer === null || settled === null ? null : renderer.renderPreview(settled, ord, sizes, reader),
    [renderer, settled, ord, sizes, reader],
  )
}
