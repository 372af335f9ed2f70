'use client'

import { errorsText } from './_text/errors'
import './globals.css'

/** When even the layout failed nothing is known of the reader, so both languages speak. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>Unroll</title>
        <main className="max-w-page mx-auto grid gap-10 px-4 py-12 sm:px-6">
          {([errorsText.en, errorsText.zh] as const).map((text, index) => (
            <section
              key={text.surpriseTitle}
              lang={index === 0 ? 'en' : 'zh-CN'}
              className="grid max-w-measure gap-3"
            >
              <h1 className="text-2xl">{text.surpriseTitle}</h1>
              <p className="text-soft">{text.surprise}</p>
              {error.digest ? (
                <p className="text-soft text-sm">
                  {text.id}: <code className="font-mono">{error.digest}</code>
                </p>
              ) : null}
              <p>
                <a href="/" className="text-accent inline-flex min-h-11 items-center underline">
                  {text.home}
                </a>
              </p>
            </section>
          ))}
        </main>
      </body>
    </html>
  )
}
