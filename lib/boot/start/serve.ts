import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import next from 'next'
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

/** Anybody can write these; Next then fills them in from the connection itself. */
function dropForwardedHeaders({ headers }: IncomingMessage): void {
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-real-ip') delete headers[name]
  }
}
