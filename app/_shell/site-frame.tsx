import type { ReactNode } from 'react'
import { AccountMenu } from './account-menu'
import { BrandLink } from './brand-link'
import { LanguageButton } from './language-button'
import { MainNavigation } from './main-navigation'
import { SkipLink } from './skip-link'

/**
 * Header, main and, on a phone, the tab bar. Use it in a layout.tsx, so that it stays while pages change. It holds
 * nothing personal: the account menu asks for its reader in the browser.
 */
export function SiteFrame({ children, isWide = false }: { children: ReactNode; isWide?: boolean }) {
  const width = isWide ? 'max-w-wide' : 'max-w-page'
  return (
    <div className="flex min-h-dvh flex-col pb-[calc(3.5rem+env(safe-area-inset-bottom))] sm:pb-0">
      <SkipLink />
      <header className="border-hairline border-b">
        <div className={`${width} mx-auto flex items-center gap-x-6 px-4 py-1 sm:px-6`}>
          <BrandLink />
          <MainNavigation />
          <div className="ms-auto flex items-center gap-1">
            <LanguageButton />
            <AccountMenu />
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`${width} mx-auto w-full flex-1 px-4 py-8 outline-none sm:px-6 sm:py-12`}
      >
        {children}
      </main>
    </div>
  )
}
