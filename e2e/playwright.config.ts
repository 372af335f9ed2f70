import { defineConfig } from '@playwright/test'
import { chromiumArguments } from './chromium-arguments'

// One server for the whole run (start-server.ts): the production build, a new data folder, a free port.
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/browser',
  globalSetup: './start-server.ts',
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.UNROLL_TEST_URL,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: { executablePath: process.env.UNROLL_BROWSER, args: chromiumArguments },
  },
})
