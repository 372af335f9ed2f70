import { afterEach, expect, it, vi } from 'vitest'
import { findBrowser, noBrowser } from './find-browser'

afterEach(() => vi.unstubAllEnvs())

it.each(['/bin/false', '/no/such/chromium'])(
  '%s is not taken for a browser, and none is installed',
  (named) => {
    vi.stubEnv('UNROLL_BROWSER', named)
    const said: string[] = []
    expect(findBrowser((what) => said.push(what))).toBeNull()
    expect(said).toEqual([])
    expect(noBrowser()).toMatch(new RegExp(`^UNROLL_BROWSER names ${named}, which does not run`))
  },
)

it('takes one that runs', () => {
  vi.stubEnv('UNROLL_BROWSER', '/bin/true')
  expect(findBrowser(() => {})).toBe('/bin/true')
})
