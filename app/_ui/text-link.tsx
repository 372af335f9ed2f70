import Link from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'

/** `isAlone`: stands by itself, not inside a sentence, and so is tall enough for a finger. */
export function TextLink({
  className,
  isAlone,
  ...rest
}: ComponentProps<typeof Link> & { isAlone?: boolean }) {
  return (
    <Link
      className={classNames(
        'text-accent hover:text-accent-strong underline decoration-from-font underline-offset-4',
        isAlone && 'inline-block py-2.75',
        className,
      )}
      {...rest}
    />
  )
}
