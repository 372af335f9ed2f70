import Link from 'next/link'
import type { ComponentProps } from 'react'
import { buttonStyle, type ButtonLook } from './button-style'

type ButtonLinkProps = ComponentProps<typeof Link> & { look?: ButtonLook; size?: 'normal' | 'large' }

export function ButtonLink({ look, size, className, ...rest }: ButtonLinkProps) {
  return <Link className={buttonStyle(look, size, className)} {...rest} />
}
