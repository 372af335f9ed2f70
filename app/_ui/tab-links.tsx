import Link from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'

type TabLinksProps = {
  name: string
  links: { key: string; label: string; href: ComponentProps<typeof Link>['href']; isHere: boolean }[]
  className?: string
}

/** The views of one thing, each a page of its own, in a row under its heading. */
export function TabLinks({ name, links, className }: TabLinksProps) {
  return (
    <nav aria-label={name} className={classNames('-mt-4 mb-8 flex flex-wrap gap-x-6', className)}>
      {links.map(({ key, label, href, isHere }) => (
        <Link
          key={key}
          href={href}
          aria-current={isHere ? 'page' : undefined}
          className="text-soft hover:text-ink aria-[current]:text-ink aria-[current]:border-accent inline-flex min-h-11 items-center border-b-2 border-transparent text-sm font-medium"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
