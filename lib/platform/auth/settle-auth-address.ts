import { getEnvironment } from '@/lib/platform/env'

/**
 * next-auth reads where it lives from the environment: the public address when there is one, else that of each
 * request, whose forwarded headers the server has already cleaned.
 */
export function settleAuthAddress(): void {
  const { PUBLIC_URL } = getEnvironment()
  process.env['AUTH_TRUST_HOST'] = '1'
  if (PUBLIC_URL === undefined) delete process.env['NEXTAUTH_URL']
  else process.env['NEXTAUTH_URL'] = PUBLIC_URL
}
