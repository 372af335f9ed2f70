import { createServer } from 'node:net'
import { OperatorError } from '@/lib/platform/operator-error'

/** Finds out before the long steps, not after them, that the server could not listen. */
export function refuseTakenPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(explainListenError(error, host, port)))
    probe.listen({ host, port }, () => probe.close(() => resolve()))
  })
}

export function explainListenError(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new OperatorError(
      `Port ${port} is taken by another program; stop it, or choose another: PORT=${port + 1} npm start.`,
    )
  }
  if (code === 'EACCES')
    return new OperatorError(`Port ${port} is not open to this user; choose one above 1023 with PORT.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new OperatorError(`This machine has no address ${host} to listen on; mend HOST or leave it out.`)
  }
  if (code === undefined) return error
  return new OperatorError(
    `Nothing can listen at ${host}, port ${port} (${String(code)}); mend HOST and PORT.`,
  )
}
