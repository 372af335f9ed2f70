import { networkInterfaces } from 'node:os'

const everywhere = new Set(['0.0.0.0', '::'])

/** The addresses to open: on this machine, and on the network when the server listens there too. */
export function listAddresses(host: string, port: number): { here: string; network: string[] } {
  const at = (name: string) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`
  if (!everywhere.has(host))
    return { here: at(host === '127.0.0.1' || host === '::1' ? 'localhost' : host), network: [] }
  const network = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map(({ address }) => at(address))
  return { here: at('localhost'), network }
}
