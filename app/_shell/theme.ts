import { THEMES, type Theme } from '@/lib/core/access/learner'

export const THEME_COOKIE = 'unroll.theme'

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value)
}

/** Shows the theme at once and remembers it in this browser: the server writes data-theme from the cookie. */
export function showTheme(theme: Theme): void {
  const year = 365 * 24 * 60 * 60
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${year}; samesite=lax`
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
