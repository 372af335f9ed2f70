/**
 * The secret of an `Authorization: Bearer` header. Browsers never add one by themselves, unlike cookies and the
 * Basic scheme of a proxy, which is none of our business.
 */
export function findBearer(headers: Headers): string | null {
  const authorization = headers.get('authorization')
  return authorization === null ? null : (/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? null)
}
