import pino from 'pino'
import type { Logger } from 'pino'
import { getEnvironment } from './env'

let logger: Logger | undefined

/** The program's log: JSON lines on standard output, without anybody's cookies, tokens or passwords. */
export function getLog(): Logger {
  logger ??= pino({
    level: getEnvironment().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: [
      '*.cookie',
      '*.authorization',
      '*.password',
      '*.token',
      'headers.cookie',
      'headers.authorization',
    ],
  })
  return logger
}
