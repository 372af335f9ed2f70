/**
 * One spelling an account: NFKC, lower case, no spaces around. Null for what no mail server would take. Deliberately
 * not cleverer: dots and plus signs are the provider's business.
 */
export function normaliseEmail(written: string): string | null {
  const email = written.normalize('NFKC').trim().toLowerCase()
  if (email.length > 254) return null
  return /^[^\s@<>"(),:;[\]\\]{1,64}@[^\s@<>"(),:;[\]\\.]+(\.[^\s@<>"(),:;[\]\\.]+)+$/u.test(email) ||
    /@localhost$/.test(email)
    ? email
    : null
}
