import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { OperatorError } from '@/lib/platform/operator-error'
import { readOrMakeSecret } from './session-secret'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'unroll-secret-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('is made once', () => {
  const made = readOrMakeSecret(path.join(folder, 'new'))
  expect(made.length).toBeGreaterThanOrEqual(32)
  expect(readOrMakeSecret(path.join(folder, 'new'))).toBe(made)
})

it('that is too short, as after a full disk, is refused in a sentence', () => {
  writeFileSync(path.join(folder, 'session-secret'), 'short')
  expect(() => readOrMakeSecret(folder)).toThrow(OperatorError)
  expect(() => readOrMakeSecret(folder)).toThrow(
    /too short to be a session secret; remove it and start again/,
  )
})

it('that cannot be read is refused in a sentence', () => {
  mkdirSync(path.join(folder, 'session-secret'))
  expect(() => readOrMakeSecret(folder)).toThrow(OperatorError)
  expect(() => readOrMakeSecret(folder)).toThrow(/session-secret cannot be read \(EISDIR\)/)
})
