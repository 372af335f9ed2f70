import { randomBytes } from 'node:crypto'
import { uuidV7 } from '@/lib/core/ids'
import { HttpConnection } from './http-connection'

export type LoadLearner = { id: string; cookie: string; revisionId: string; cardIds: string[] }

export type LoadJob = {
  host: string
  port: number
  /** The empty route that everything is measured against, or null for answers. */
  emptyPath: string | null
  seconds: number
  learners: LoadLearner[]
}

export type LoadResult = { requests: number; acknowledged: number; seconds: number; latencies: number[] }

// A process of its own, so that making the load does not stand in the server's way more than it must.
process.on('message', (job: LoadJob) => {
  run(job).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})

/** Where each learner is, from one job to the next. */
type Progress = { next: number; showings: Map<string, string> }
const progressOf = new Map<string, Progress>()

/** One connection a learner, each sending its next request when the last is answered. */
async function run(job: LoadJob): Promise<LoadResult> {
  const result: LoadResult = { requests: 0, acknowledged: 0, seconds: 0, latencies: [] }
  const begun = performance.now()
  const until = begun + job.seconds * 1_000
  await Promise.all(job.learners.map((learner) => study(job, learner, until, result)))
  result.seconds = (performance.now() - begun) / 1_000
  return result
}

async function study(job: LoadJob, learner: LoadLearner, until: number, result: LoadResult): Promise<void> {
  const connection = new HttpConnection(job.host, job.port)
  const headers = `cookie: ${learner.cookie}\r\norigin: http://${job.host}:${job.port}\r\n`
  const path = job.emptyPath ?? '/api/v1/events'
  const progress = progressOf.get(learner.id) ?? { next: 0, showings: new Map<string, string>() }
  progressOf.set(learner.id, progress)
  while (performance.now() < until) {
    const cardId = learner.cardIds[progress.next++ % learner.cardIds.length]
    const at = Date.now()
    const id = uuidV7(at, randomBytes(16))
    const event = {
      id,
      cardId,
      kind: 'ANSWER',
      after: progress.showings.get(cardId) ?? null,
      answeredAt: at,
      schedulerRevisionId: learner.revisionId,
      grade: 3,
      millis: 2_500,
    }
    const body = JSON.stringify({ learner: learner.id, sentAt: at, events: [event] })
    const asked = performance.now()
    const answer = await connection.post(path, headers, body)
    result.latencies.push(performance.now() - asked)
    result.requests++
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.body}`)
    if (job.emptyPath !== null) continue
    if (!answer.body.includes('"status":"stored"')) throw new Error(answer.body)
    result.acknowledged++
    progress.showings.set(cardId, id)
  }
  connection.close()
}
