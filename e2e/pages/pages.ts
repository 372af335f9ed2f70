/** Every page that a guest can open, by a real address. Those of classes, sharing and administration: seed-people.ts. */
export const PUBLIC_PAGES = [
  '/',
  '/sign-in',
  '/sign-in?from=%2Ftoday',
  '/sign-up',
  '/forgot-password',
  '/reset/this-is-not-a-real-secret',
  '/claim/this-is-not-a-real-secret',
  '/classes/join/no-such-code',
  '/api-reference',
  '/lab',
  '/lab?cell=gru&seed=2&T=5',
  '/gallery',
  '/gallery?search=nothing-has-this-name&language=zh&minCards=100&order=newest',
  '/invited/this-is-not-a-real-secret',
]

export const GUEST_PAGES = [
  '/today',
  '/decks',
  '/decks/gates-by-hand', // the long one in the full run: axe reads each glyph of its formulas
  '/decks/rnn-lstm-gru/history',
  '/decks/set-aside',
  '/settings',
  '/settings/studying',
  '/settings/account',
  '/classes',
  '/practice',
  '/practice/lstm-h?rung=2&seed=abc',
  '/sign-out',
  '/reports',
]
