'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { ImportView } from '@/lib/authoring/exchange/get-import'
import { isSamePlace } from '@/lib/authoring/exchange/import-choice'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { importsText } from '../_text/imports'
import { ButtonLink } from '../_ui/button-link'
import { PageHeader } from '../_ui/page-header'
import { ProgressBar } from '../_ui/progress-bar'
import { StatusLine } from '../_ui/status-line'
import { TextLink } from '../_ui/text-link'
import type { ImportChoice } from './import-choices'
import { ImportDone } from './import-done'
import { ImportPreview } from './import-preview'

const POLL_MS = 700

/** One import from reading to its result: what it would do, how far it is, what it did. */
export function ImportJob({ initial }: { initial: ImportView }) {
  const text = useText(importsText)
  const router = useRouter()
  const [job, setJob] = useState(initial)
  const [problem, setProblem] = useState<string | null>(null)
  const sent = useRef(Promise.resolve())
  const isAtWork = job.status === 'READING' || job.status === 'APPLYING'

  useEffect(() => {
    if (!isAtWork) return
    const timer = setInterval(() => void look(), POLL_MS)
    return () => clearInterval(timer)
    async function look() {
      const answer = await callApi<ImportView>('GET', `/imports/${initial.id}`)
      if (answer.ok) setJob(answer.value)
      else if (answer.status === 404) router.replace('/decks/import')
    }
  }, [isAtWork, initial.id, router])

  async function send(method: 'PUT' | 'POST', path: string, body: unknown, status: ImportView['status']) {
    setProblem(null)
    const answer = await callApi(method, `/imports/${job.id}${path}`, body)
    if (answer.ok) setJob({ ...job, status, progress: null })
    else setProblem(answer.message)
  }

  /** Other decks make the preview anew; a decision is seen at once, and sent one after the other. */
  async function choose(options: ImportChoice) {
    if (!job.options || !isSamePlace(job.options, options)) return send('PUT', '', options, 'READING')
    setProblem(null)
    setJob({ ...job, options: { ...job.options, ...options } })
    sent.current = sent.current.then(async () => {
      const answer = await callApi('PUT', `/imports/${job.id}`, options)
      if (!answer.ok) setProblem(answer.message)
    })
  }

  async function apply() {
    await sent.current
    await send('POST', '/apply', undefined, 'APPLYING')
  }

  async function discard() {
    const answer = await callApi('DELETE', `/imports/${job.id}`)
    if (answer.ok) router.push('/decks/import')
    else setProblem(answer.message)
  }

  const { summary } = job
  const facts = [
    ...(isFormat(job.format) ? [text.formats[job.format]] : []),
    ...(summary ? [text.notes(summary.noteCount)] : []),
    ...(summary && summary.imageCount > 0 ? [text.pictures(summary.imageCount)] : []),
  ]
  return (
    <>
      <p className="-mt-4 mb-2 text-sm">
        <TextLink href="/decks/import" isAlone>
          {text.title}
        </TextLink>
      </p>
      <PageHeader
        title={<span className="wrap-anywhere">{job.fileName}</span>}
        lead={facts.join(' · ') || undefined}
      />
      <div className="grid gap-10">
        {isAtWork ? <AtWork job={job} /> : null}
        {job.status === 'FAILED' ? <Failed problem={job.problem} /> : null}
        {job.status === 'READY' || (job.status === 'READING' && summary) ? (
          <ImportPreview
            job={job}
            isBusy={isAtWork}
            onChoose={(options) => void choose(options)}
            onApply={() => void apply()}
            onDiscard={() => void discard()}
          />
        ) : null}
        {job.status === 'APPLIED' || job.status === 'UNDONE' ? (
          <ImportDone job={job} onUndone={setJob} />
        ) : null}
        <StatusLine tone="danger">{problem}</StatusLine>
      </div>
    </>
  )
}

function AtWork({ job: { progress } }: { job: ImportView }) {
  const text = useText(importsText)
  const stage = progress && isStage(progress.stage) ? progress.stage : 'waiting'
  const { done = 0, total = 0 } = progress ?? {}
  return (
    <div className="grid max-w-measure gap-3">
      <p role="status">{text.stages[stage]}</p>
      <ProgressBar done={done} total={Math.max(total, 1)} name={text.stages[stage]} />
      <p className="text-soft text-sm">{total > 0 ? text.share(done, total) : '\u00A0'}</p>
    </div>
  )
}

function Failed({ problem }: { problem: ImportView['problem'] }) {
  const text = useText(importsText)
  return (
    <section aria-labelledby="failed" className="grid max-w-measure gap-4">
      <h2 id="failed" className="text-xl">
        {text.failed}
      </h2>
      <p role="alert">{problem?.text}</p>
      {problem && problem.lines.length > 0 ? (
        <ul className="border-hairline border-b text-sm">
          {problem.lines.map((line, i) => (
            <li key={i} className="border-hairline grid gap-x-4 border-t py-2 sm:grid-cols-[6rem_1fr]">
              <span className="text-soft">{text.line(line.line)}</span>
              <span className="wrap-anywhere">{line.text}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <div>
        <ButtonLink look="primary" href="/decks/import">
          {text.again}
        </ButtonLink>
      </div>
    </section>
  )
}

type Text = (typeof importsText)['en']
const isFormat = (format: string): format is keyof Text['formats'] =>
  Object.hasOwn(importsText.en.formats, format)
const isStage = (stage: string): stage is keyof Text['stages'] => Object.hasOwn(importsText.en.stages, stage)
