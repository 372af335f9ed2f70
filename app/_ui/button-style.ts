import { classNames } from './class-names'

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger'

const LOOKS: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent border-accent hover:bg-accent-strong hover:border-accent-strong',
  plain: 'border-outline hover:border-ink bg-transparent',
  quiet: 'border-transparent text-accent hover:bg-accent-wash px-3',
  danger: 'border-danger text-danger hover:bg-danger-wash',
}

/** One look for buttons and for links that stand as buttons. At least 44 px high, as WCAG 2.5.5 would have it. */
export function buttonStyle(
  look: ButtonLook = 'plain',
  size: 'normal' | 'large' = 'normal',
  extra?: string,
): string {
  return classNames(
    'inline-flex items-center justify-center gap-2 rounded-md border text-center font-medium no-underline transition-colors select-none',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress',
    size === 'large' ? 'min-h-13 px-7 text-lg' : 'min-h-11 px-4 text-sm',
    LOOKS[look],
    extra,
  )
}
