import type { ComponentProps } from 'react'
import { buttonStyle, type ButtonLook } from './button-style'

type ButtonProps = ComponentProps<'button'> & {
  look?: ButtonLook
  size?: 'normal' | 'large'
  isBusy?: boolean
}

/** A busy button keeps the focus and its words; a second press is the caller's to ignore. */
export function Button({ look, size, isBusy, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      aria-busy={isBusy || undefined}
      className={buttonStyle(look, size, className)}
      {...rest}
    />
  )
}
