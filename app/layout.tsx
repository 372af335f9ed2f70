import { cookies } from 'next/headers'
import { connection } from 'next/server'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { getText } from '@/lib/platform/i18n/get-text'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { LocaleProvider } from '@/lib/platform/i18n/locale-provider'
import { currentVisitor } from '@/lib/platform/door/page-door'
import { isTheme, THEME_COOKIE } from './_shell/theme'
import { shellText } from './_text/shell'
import './globals.css'

const READING_FONT = new URL(
  '@fontsource-variable/stix-two-text/files/stix-two-text-latin-wght-normal.woff2',
  import.meta.url,
).toString()

export async function generateMetadata(): Promise<Metadata> {
  const text = getText(shellText, (await currentVisitor()).locale)
  return {
    title: { default: text.title, template: text.titleOf('%s') },
    description: text.description,
    applicationName: 'Unroll',
    manifest: '/manifest.webmanifest',
    icons: { icon: '/icon.svg', apple: '/icons/apple-touch-180.png' },
    appleWebApp: { capable: true, title: 'Unroll', statusBarStyle: 'default' },
    formatDetection: { telephone: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfcfb' },
    { media: '(prefers-color-scheme: dark)', color: '#15171a' },
  ],
}

/**
 * The same HTML for everybody with this browser's language and theme: nothing personal may stand here, because the
 * service worker keeps it. Never static, since each document carries its own nonce.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  const [{ locale, learner }, jar] = await Promise.all([currentVisitor(), cookies()])
  const chosen = jar.get(THEME_COOKIE)?.value
  const theme = isTheme(chosen) ? chosen : learner?.theme
  return (
    <html
      lang={languageTag(locale)}
      data-theme={theme === 'system' ? undefined : theme}
      suppressHydrationWarning
    >
      <head>
        <link rel="preload" href={READING_FONT} as="font" type="font/woff2" crossOrigin="anonymous" />
      </head>
      <body>
        <LocaleProvider initial={locale}>{children}</LocaleProvider>
      </body>
    </html>
  )
}
