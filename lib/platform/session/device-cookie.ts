import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { getSessionSecret } from './session-secret'

/**
 * A browser that once signed in to an account carries a mark of it. Its attempts are counted apart, so that
 * strangers who guess at the account never lock its owner out (OWASP: device cookies). It opens nothing by itself.
 */
const KEPT = 4
export const DEVICE_SECONDS = 2 * 365 * 24 * 60 * 60

type Mark = { device: string; seal: string }

const sealOf = (device: string, email: string) =>
  createHmac('sha256', getSessionSecret())
    .update(`device ${device} ${email}`)
    .digest('base64url')
    .slice(0, 32)

function readMarks(cookie: string | null): Mark[] {
  return (cookie ?? '')
    .split('~')
    .map((mark) => mark.split('.'))
    .flatMap(([device, seal, ...rest]) => (device && seal && rest.length === 0 ? [{ device, seal }] : []))
    .slice(0, KEPT)
}

/** The device's name when it signed in to this account before, else null. */
export function findKnownDevice(cookie: string | null, email: string): string | null {
  const mark = readMarks(cookie).find(({ device, seal }) => isSame(seal, sealOf(device, email)))
  return mark?.device ?? null
}

/** The cookie after a sign-in to this account. */
export function markDevice(cookie: string | null, email: string): string {
  const device = findKnownDevice(cookie, email) ?? randomBytes(12).toString('base64url')
  const others = readMarks(cookie).filter((mark) => mark.device !== device)
  return [{ device, seal: sealOf(device, email) }, ...others]
    .slice(0, KEPT)
    .map(({ device, seal }) => `${device}.${seal}`)
    .join('~')
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
