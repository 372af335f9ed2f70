import type { ReactNode } from 'react'
import { SiteFrame } from '../_shell/site-frame'

/** Pages that are worked at, and take the width of the desk. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return <SiteFrame isWide>{children}</SiteFrame>
}
