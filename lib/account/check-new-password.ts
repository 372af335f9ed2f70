import { fail, ok, type Result } from '@/lib/core/result'
import { isCommonPassword } from './common-passwords'

export const PASSWORD_LENGTH = { least: 8, most: 128 }

/** Length and guessability alone: rules about character classes make passwords worse (NIST SP 800-63B §3.1.1.2). */
export function checkNewPassword(
  password: string,
  known: { email: string; name: string },
  field = 'password',
): Result<string> {
  const refuse = (reason: string) => fail('invalid', { reason, field })
  const length = Array.from(password.normalize('NFKC')).length
  if (length < PASSWORD_LENGTH.least) return refuse('short-password')
  if (length > PASSWORD_LENGTH.most) return refuse('long-password')
  if (isCommonPassword(password)) return refuse('common-password')
  const plain = password.normalize('NFKC').toLowerCase()
  const own = [known.email, known.email.split('@')[0], known.name.normalize('NFKC').toLowerCase()]
  if (own.includes(plain)) return refuse('password-is-email')
  return ok(password)
}
