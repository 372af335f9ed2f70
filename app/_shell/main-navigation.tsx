'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { shellText } from '../_text/shell'
import { HeaderLinks, TabLinks } from './nav-links'

/** One navigation in two shapes; only one of them is ever displayed, so only one is ever read out. */
export function MainNavigation() {
  const text = useText(shellText)
  return (
    <>
      <nav aria-label={text.mainNavigation} className="hidden items-center gap-6 sm:flex">
        <HeaderLinks />
      </nav>
      <nav
        aria-label={text.mainNavigation}
        className="bg-paper border-hairline fixed inset-x-0 bottom-0 z-10 flex border-t pb-[env(safe-area-inset-bottom)] sm:hidden"
      >
        <TabLinks />
      </nav>
    </>
  )
}
