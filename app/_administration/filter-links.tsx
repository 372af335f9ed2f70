import Link from 'next/link'
import type { ComponentProps } from 'react'

type FilterLinksProps = {
  name: string
  links: { key: string; label: string; href: ComponentProps<typeof Link>['href']; isHere: boolean }[]
}

/** One choice of a few, each an address of its own. */
export function FilterLinks({ name, links }: FilterLinksProps) {
  return (
    <nav aria-label={name} className="mb-6 flex flex-wrap gap-2">
      {links.map(({ key, label, href, isHere }) => (
        <Link
          key={key}
          href={href}
          aria-current={isHere ? 'true' : undefined}
          className="border-outline hover:border-ink aria-[current]:bg-accent-wash aria-[current]:border-accent inline-flex min-h-9 items-center rounded-full border px-4 text-sm"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
