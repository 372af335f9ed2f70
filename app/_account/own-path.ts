/**
 * Where to go after signing in: a path of this site and nothing else, so that a link cannot lead elsewhere. As a
 * browser reads it: `/.//evil.example` is `//evil.example` by then, and the next reader takes that for a host.
 */
export function ownPath(from: string | undefined, fallback = '/today'): string {
  if (!from || !/^\/(?![/\\])/.test(from) || /[\\\u0000-\u001f]/.test(from)) return fallback
  if (!URL.canParse(from, OWN)) return fallback
  const { origin, pathname, search, hash } = new URL(from, OWN)
  return origin === OWN && !pathname.startsWith('//') ? pathname + search + hash : fallback
}

const OWN = 'http://own.invalid'
