/**
 * Next asks nothing of a route handler's caller, so a cookie's write is checked here: the page that sends it must
 * be ours. Origin decides; browsers that leave it out send Sec-Fetch-Site; with neither the write is refused.
 * Hosts are compared, not schemes, because a proxy may end TLS before us; what plain http could send to an https
 * house is without the cookie, which is Secure and of another site.
 */
export function isOwnOrigin(headers: Headers, publicUrl: string | undefined): boolean {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  if (origin === null) return site === 'same-origin'
  const host = hostOf(origin)
  if (host === null) return false
  return host === headers.get('host') || (publicUrl !== undefined && host === hostOf(publicUrl))
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null
}
