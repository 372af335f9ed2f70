import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

// The first is Chromium without its window, which Playwright would choose by itself: each page costs a fourth.
const systemBrowsers = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * A Chromium that runs: the one that UNROLL_BROWSER names and no other, or Playwright's own, the system's, else one
 * that is installed now, Playwright's or, where that download is refused, Debian's. Null when there is none.
 */
export function findBrowser(say: (what: string) => void): string | null {
  const given = namedBrowser()
  if (given !== undefined) return runs(given) ? given : null
  const present = [chromium.executablePath(), ...systemBrowsers].find(runs)
  if (present !== undefined) return present
  say('There is no Chromium here: installing Playwright’s')
  install(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  if (runs(chromium.executablePath())) return chromium.executablePath()
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('It was refused or does not run: installing Debian’s chromium')
    install('apt-get', ['update', '-q'])
    // Older releases have no package of the first name.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      install('apt-get', ['install', '-y', '-q', '--no-install-recommends', name, 'fonts-noto-cjk'])
      const installed = systemBrowsers.find(runs)
      if (installed !== undefined) return installed
    }
  }
  return systemBrowsers.find(runs) ?? null
}

/** Why findBrowser found none. */
export function noBrowser(): string {
  const given = namedBrowser()
  return given === undefined
    ? 'No Chromium was found and none could be installed: install one and name it, UNROLL_BROWSER=/path/to/chromium.'
    : `UNROLL_BROWSER names ${given}, which does not run: mend it, or leave it out and a browser is looked for.`
}

const namedBrowser = () => process.env['UNROLL_BROWSER'] || undefined

function runs(file: string): boolean {
  return existsSync(file) && spawnSync(file, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0
}

function install(command: string, args: string[]): void {
  spawnSync(command, args, {
    stdio: 'ignore',
    timeout: 5 * 60_000,
    env: {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
    },
  })
}
