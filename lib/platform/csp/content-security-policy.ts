/**
 * What a page may load and run. Scripts and style sheets carry the request's nonce or come from this house: the
 * nonce alone breaks Turbopack's lazy chunks, and strict-dynamic would let an injected script bring in more.
 * KaTeX and React write style attributes, which is what style-src-attr allows and nothing else.
 * No upgrade-insecure-requests: on a LAN the house speaks plain http.
 */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  const directives = {
    'default-src': "'self'",
    'script-src': isDevelopment ? `'self' 'nonce-${nonce}' 'unsafe-eval'` : `'self' 'nonce-${nonce}'`,
    // The development server adds style elements without a nonce, and a nonce would switch unsafe-inline off.
    'style-src': isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': isDevelopment ? "'self' ws: wss:" : "'self'",
    'worker-src': "'self'",
    'manifest-src': "'self'",
    'object-src': "'none'",
    'frame-src': "'none'",
    'frame-ancestors': "'none'",
    'form-action': "'self'",
    'base-uri': "'none'",
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}
