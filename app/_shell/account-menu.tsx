'use client'

import Link from 'next/link'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { shellText } from '../_text/shell'
import { MENU_ITEM, Menu } from '../_ui/menu'
import { ChevronIcon, PersonIcon } from '../_ui/icons'
import { useAccount } from './use-account'

/**
 * Who is signed in, asked for in the browser: the page's HTML is the same for everybody. Until the answer is here,
 * and without a network, the menu still offers what needs no name.
 */
export function AccountMenu() {
  const text = useText(shellText)
  const account = useAccount()
  if (account === 'nobody') {
    return (
      <Link
        href="/sign-in"
        className="text-accent hover:text-accent-strong inline-flex min-h-11 items-center px-2 text-sm font-medium"
      >
        {text.signIn}
      </Link>
    )
  }
  const known = account === 'unknown' ? undefined : account
  return (
    <Menu
      name={text.account}
      buttonClassName="text-soft hover:text-ink"
      button={
        <>
          <PersonIcon />
          <ChevronIcon />
        </>
      }
    >
      {known ? (
        <p className="border-hairline mb-1 truncate border-b px-4 pt-1 pb-2 text-sm font-medium">
          {known.guest ? text.guest : known.name}
        </p>
      ) : null}
      {known?.guest ? (
        <Link href="/sign-up" className={MENU_ITEM}>
          {text.keepProgress}
        </Link>
      ) : null}
      <Link href="/classes" className={MENU_ITEM}>
        {text.classes}
      </Link>
      <Link href="/settings" className={MENU_ITEM}>
        {text.settings}
      </Link>
      {known?.role === 'ADMIN' ? (
        <Link href="/administration" className={MENU_ITEM}>
          {text.administration}
        </Link>
      ) : null}
      <Link href="/sign-out" className={MENU_ITEM}>
        {text.signOut}
      </Link>
    </Menu>
  )
}
