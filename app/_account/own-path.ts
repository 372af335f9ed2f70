/** Where to go after signing in: a path of this site and nothing else, so that a link cannot lead elsewhere. */
export function ownPath(from: string | undefined, fallback = '/today'): string {
  if (!from || !/^\/(?![/\\])/.test(from) || /[\\\u0000-\u001f]/.test(from)) return fallback
  return from
}
