import { describe, expect, it } from 'vitest'
import { checkNewPassword } from './check-new-password'
import { countCommonPasswords, isCommonPassword } from './common-passwords'
import { normaliseEmail } from './email-address'
import { isKnownTimeZone, knownTimeZone } from './time-zone'

describe('common passwords', () => {
  it('are thousands', () => expect(countCommonPasswords()).toBeGreaterThan(5_000))

  it.each([
    'password',
    'PassWord1',
    'qwertyuiop',
    '12345678',
    'iloveyou2',
    'Dragon2024',
    'aaaaaaaa',
    'abababab',
  ])('%s is one', (password) => expect(isCommonPassword(password)).toBe(true))
  it.each(['１２３４５６７８', 'ＰＡＳＳＷＯＲＤ', 'abcdefghij', '98765432', 'woaini520', 'Wang123456'])(
    '%s is one, in its disguise',
    (password) => expect(isCommonPassword(password)).toBe(true),
  )
  it.each(['lantern-river-42', '我的记忆会一直展开下去', 'tr0ub4dor&3', 'h_t=o_t*tanh(C_t)'])(
    '%s is none',
    (password) => expect(isCommonPassword(password)).toBe(false),
  )
})

it('a password is counted in characters, and is not one’s own name or address', () => {
  const known = { email: 'ada.lovelace@example.org', name: 'Ada Lovelace' }
  expect(checkNewPassword('我的密码真长', known)).toMatchObject({ detail: { reason: 'short-password' } })
  expect(checkNewPassword('😀'.repeat(3) + '🎈'.repeat(2) + 'abc', known)).toMatchObject({ ok: true })
  expect(checkNewPassword('x'.repeat(64) + 'yz'.repeat(32), known)).toMatchObject({ ok: true })
  expect(checkNewPassword('ADA.Lovelace', known)).toMatchObject({ detail: { reason: 'password-is-email' } })
  expect(checkNewPassword('ada lovelace', known)).toMatchObject({ detail: { reason: 'password-is-email' } })
})

describe('an e-mail address', () => {
  it.each([
    [' Ada@Example.ORG ', 'ada@example.org'],
    ['ＡＤＡ@example.org', 'ada@example.org'],
    ['ada+rnn@sub.example.co', 'ada+rnn@sub.example.co'],
    ['学习@例子.中国', '学习@例子.中国'],
    ['ada@localhost', 'ada@localhost'],
  ])('%s is %s', (written, email) => expect(normaliseEmail(written)).toBe(email))
  it.each([
    '',
    'ada',
    '@example.org',
    'ada@',
    'ada@@example.org',
    'a b@example.org',
    'ada@example..org',
    `${'a'.repeat(250)}@b.cc`,
  ])('%s is none', (written) => expect(normaliseEmail(written)).toBeNull())
})

it('a time zone is one that the calendar knows, never an offset', () => {
  expect(['Asia/Shanghai', 'Pacific/Kiritimati', 'UTC'].every(isKnownTimeZone)).toBe(true)
  expect(['+08:00', 'Mars/Olympus', '', 'x'.repeat(100)].some(isKnownTimeZone)).toBe(false)
  expect([knownTimeZone({ toString: () => 'UTC' }), knownTimeZone(undefined)]).toEqual(['UTC', 'UTC'])
})
