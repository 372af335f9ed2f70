import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import next from 'next'
import { isReadableAddress } from './readable-address'
import { explainListenError } from './refuse-taken-port'

export type Serving = { server: Server; port: number }

/** Next behind an HTTP server of our own, in this process: the one that holds the lock and the database. */
export async function serve(settings: {
  host: string
  port: number
  dev: boolean
  trustProxy: boolean
}): Promise<Serving> {
  const server = createServer()
  server.keepAliveTimeout = 65_000 // longer than the 60 s after which proxies give up a connection
  const app = next({
    dev: settings.dev,
    dir: process.cwd(),
    hostname: settings.host,
    port: settings.port,
    httpServer: server,
  })
  await app.prepare()
  const answer = app.getRequestHandler()
  server.on('request', (request, response) => {
    if (!isReadableAddress(request.url ?? '/')) return refuseAddress(response)
    if (!settings.trustProxy) dropForwardedHeaders(request)
    void answer(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explainListenError(error, settings.host, settings.port)))
    server.listen({ host: settings.host, port: settings.port }, resolve)
  })
  const address = server.address()
  return { server, port: typeof address === 'object' && address !== null ? address.port : settings.port }
}

/** No page of ours leads there, and nothing is known of who asks: both languages speak. */
function refuseAddress(response: ServerResponse): void {
  response.writeHead(400, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end('This address cannot be read.\n无法识别这个地址。\n')
}

/** Anybody can write these; Next then fills them in from the connection itself. */
function dropForwardedHeaders({ headers }: IncomingMessage): void {
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-real-ip') delete headers[name]
  }
}
