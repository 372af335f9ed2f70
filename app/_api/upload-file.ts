import { apiText } from '../_text/api'
import { getText } from '@/lib/platform/i18n/get-text'

export type Uploaded = { ok: true; sha256: string } | { ok: false; message: string }

/**
 * A file to /api/v1/uploads, with how much of it has gone: fetch cannot tell that. Never throws. The message is a
 * sentence in the page's language.
 */
export function uploadFile(file: File, onProgress: (sent: number, total: number) => void): Promise<Uploaded> {
  const text = getText(apiText, document.documentElement.lang.startsWith('zh') ? 'zh' : 'en')
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/uploads')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total)
    request.onerror = () => resolve({ ok: false, message: text.offline })
    request.onload = () => {
      const answer: unknown = request.response
      if (request.status === 201) return resolve({ ok: true, sha256: textAt(answer, 'sha256') ?? '' })
      const error = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null
      resolve({ ok: false, message: textAt(error, 'message') ?? text.surprise })
    }
    request.send(file)
  })
}

function textAt(value: unknown, key: string): string | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof found === 'string' ? found : undefined
}
