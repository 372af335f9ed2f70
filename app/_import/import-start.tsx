'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { uploadFile } from '../_api/upload-file'
import { importsText } from '../_text/imports'
import { Button } from '../_ui/button'
import { classNames } from '../_ui/class-names'
import { ProgressBar } from '../_ui/progress-bar'
import { StatusLine } from '../_ui/status-line'

const MAX_BYTES = 200 * 1024 * 1024

/** Where a file is dropped or chosen; it is sent, and then read where its preview is shown. */
export function ImportStart() {
  const text = useText(importsText)
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [sending, setSending] = useState<{ name: string; sent: number; total: number } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function send(file: File) {
    if (sending) return
    setProblem(null)
    if (file.size > MAX_BYTES) return setProblem(text.tooLarge)
    setSending({ name: file.name, sent: 0, total: file.size })
    const uploaded = await uploadFile(file, (sent, total) => setSending({ name: file.name, sent, total }))
    const started = uploaded.ok
      ? await callApi<{ id: string }>('POST', '/imports', { sha256: uploaded.sha256, fileName: file.name })
      : uploaded
    if (started.ok && 'value' in started) return router.push(`/decks/import/${started.value.id}`)
    setSending(null)
    setProblem('message' in started ? started.message : null)
  }

  return (
    <div className="grid gap-4">
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const [file] = event.dataTransfer.files
          if (file) void send(file)
        }}
        className={classNames(
          'grid justify-items-center gap-3 rounded-lg border border-dashed px-6 py-12 text-center',
          isOver ? 'border-accent bg-accent-wash' : 'border-outline',
        )}
      >
        {sending ? (
          <div className="grid w-full max-w-sm gap-3">
            <p className="font-serif text-lg wrap-anywhere">{sending.name}</p>
            <p role="status" className="text-soft text-sm">
              {text.uploading}
            </p>
            <ProgressBar done={sending.sent} total={sending.total} name={text.uploading} />
          </div>
        ) : (
          <>
            <input
              ref={input}
              type="file"
              accept=".apkg,.csv,.tsv,.txt,.md,.json"
              aria-label={text.choose}
              className="sr-only"
              tabIndex={-1}
              onChange={(event) => {
                const file = event.currentTarget.files?.[0]
                event.currentTarget.value = ''
                if (file) void send(file)
              }}
            />
            <Button look="primary" size="large" onClick={() => input.current?.click()}>
              {text.choose}
            </Button>
            <p className="text-soft">{text.drop}</p>
            <p className="text-soft text-sm">{text.limit}</p>
          </>
        )}
      </div>
      <StatusLine tone="danger">{problem}</StatusLine>
      <ul className="text-soft grid gap-1 text-sm">
        {Object.values(text.accepted).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
