import { unstable_doesMiddlewareMatch } from 'next/experimental/testing/server'
import { expect, it } from 'vitest'
import { config } from '@/proxy'

const isGivenPolicy = (url: string, headers: Record<string, string> = {}) =>
  unstable_doesMiddlewareMatch({ config, url, headers })

it.each([
  '/',
  '/today',
  '/decks/apis',
  '/apiary',
  // What is not there is answered with a whole page, too.
  '/iconxyz',
  '/images/x',
  '/icons/x',
  '/manifestx',
  '/sw.jsx',
  '/sw-js',
  '/favicon',
  '/fonts/x',
  '/_next/foo',
  '/_next/staticx',
])('%s may be answered with a document, and gets a policy', (url) => {
  expect(isGivenPolicy(url)).toBe(true)
})

it('whatever the request says of itself', () => {
  expect(isGivenPolicy('/today', { 'next-router-prefetch': '1' })).toBe(true)
})

it.each(['/api', '/api/v1/me', '/_next/static/chunks/a.js', '/sw.js'])('%s has none of a page', (url) => {
  expect(isGivenPolicy(url)).toBe(false)
})
