import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

export type LocalProvider = {
  issuer: string
  /** Who is signed in at the provider. */
  person: { sub: string; name: string; email: string }
  /** The nonce that the next identity carries instead of the right one. */
  forgedNonce: string | null
  close(): Promise<void>
}

/** An OpenID Connect provider that lets everybody in at once: discovery, PKCE, signed identities. */
export async function startLocalProvider(): Promise<LocalProvider> {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'RS256', use: 'sig' }
  const codes = new Map<string, { challenge: string; nonce: string; clientId: string }>()
  const provider: LocalProvider = {
    issuer: '',
    person: { sub: 'ada', name: 'Ada', email: 'ada@example.org' },
    forgedNonce: null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }

  async function answer(
    request: IncomingMessage,
  ): Promise<{ status?: number; body?: unknown; location?: string }> {
    const url = new URL(request.url ?? '/', provider.issuer)
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return { body: configurationOf(provider.issuer) }
      case '/jwks':
        return { body: { keys: [jwk] } }
      case '/authorize': {
        const given = Object.fromEntries(url.searchParams)
        const code = randomBytes(12).toString('hex')
        codes.set(code, { challenge: given.code_challenge, nonce: given.nonce, clientId: given.client_id })
        return { status: 302, location: `${given.redirect_uri}?code=${code}&state=${given.state}` }
      }
      case '/token': {
        const form = new URLSearchParams(await textOf(request))
        const asked = codes.get(form.get('code') ?? '')
        codes.delete(form.get('code') ?? '')
        const proof = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url')
        if (!asked || asked.challenge !== proof) return { status: 400, body: { error: 'invalid_grant' } }
        const nonce = provider.forgedNonce ?? asked.nonce
        const identity = await new SignJWT({ ...provider.person, nonce })
          .setProtectedHeader({ alg: 'RS256', kid: 'test' })
          .setIssuer(provider.issuer)
          .setAudience(asked.clientId)
          .setSubject(provider.person.sub)
          .setIssuedAt()
          .setExpirationTime('5m')
          .sign(privateKey)
        return { body: { access_token: 'x', token_type: 'Bearer', id_token: identity, expires_in: 300 } }
      }
      default:
        return { status: 404 }
    }
  }

  const server = createServer((request, response) => {
    void answer(request).then(({ status = 200, body, location }) => {
      response.writeHead(status, { 'content-type': 'application/json', ...(location && { location }) })
      response.end(body === undefined ? '' : JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No address')
  provider.issuer = `http://127.0.0.1:${address.port}`
  return provider
}

function configurationOf(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks).toString()
}
