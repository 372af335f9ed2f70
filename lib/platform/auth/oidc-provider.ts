import type { OAuthConfig } from 'next-auth/providers/oauth'
import { getEnvironment } from '@/lib/platform/env'

type OidcProfile = { sub: string; name?: string; email?: string }

/** The provider that the environment names, or null. Its identities are known by issuer and subject. */
export function findOidcProvider(): { issuer: string; config: OAuthConfig<OidcProfile> } | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = getEnvironment()
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined)
    return null
  return {
    issuer: OIDC_ISSUER,
    config: {
      id: 'oidc',
      name: OIDC_NAME,
      type: 'oauth',
      wellKnown: `${OIDC_ISSUER}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      // The session comes from receive-identity, once it is known whose the identity is.
      profile: ({ sub, name, email }) => ({
        id: sub,
        name: name ?? email ?? sub,
        email: email ?? null,
        sessionId: '',
        guestSessionId: null,
      }),
    },
  }
}
