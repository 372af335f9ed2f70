'use client'

import type { ComponentProps } from 'react'
import { buttonStyle, type ButtonLook } from './button-style'
import { classNames } from './class-names'
import { useIsHydrated } from './use-is-hydrated'

type ButtonProps = ComponentProps<'button'> & {
  look?: ButtonLook
  size?: 'normal' | 'large'
  isBusy?: boolean
}

/**
 * A busy button keeps the focus and its words; a second press is the caller's to ignore. A form cannot be sent
 * before the page can take it: the browser alone would reload the page, and what was typed would be gone.
 */
export function Button({ look, size, isBusy, className, type = 'button', disabled, ...rest }: ButtonProps) {
  const isHydrated = useIsHydrated()
  const isTooEarly = type === 'submit' && !isHydrated
  return (
    <button
      type={type}
      aria-busy={isBusy || undefined}
      disabled={disabled || isTooEarly}
      className={buttonStyle(look, size, classNames(className, isTooEarly && 'opacity-100!'))}
      {...rest}
    />
  )
}
