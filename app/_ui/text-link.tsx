import Link from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'

export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={classNames(
        'text-accent hover:text-accent-strong underline decoration-from-font underline-offset-4',
        className,
      )}
      {...rest}
    />
  )
}
