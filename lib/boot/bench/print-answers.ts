import { availableParallelism, loadavg } from 'node:os'
import { OperatorError } from '@/lib/platform/operator-error'
import { benchAnswers, type RouteRate } from './answers'

const PORT = 3199

/** Fails when an answer was lost; speed is for the reader to judge, for it is also the machine's. */
export async function printAnswers(): Promise<void> {
  const [busy] = loadavg()
  const { empty, answers, share, acknowledged, stored, differences } = await benchAnswers(PORT)
  console.log(
    'Answers at 16 connections on SQLite (synchronous=FULL), session and permission checks included',
  )
  console.log(`  empty route   ${line(empty)}`)
  console.log(`  answers       ${line(answers)}`)
  console.log(`  share         ${share.toFixed(2)} (at least 0.7 on a quiet machine)`)
  console.log(`  kept          ${stored} of ${acknowledged} acknowledged, ${differences} memories differ`)
  if (busy > availableParallelism()) {
    console.log(
      `  The machine was busy with other work before (load ${busy.toFixed(1)}): measure again when it is not.`,
    )
  }
  if (stored !== acknowledged || differences > 0) throw new OperatorError('Answers were lost.')
}

const line = ({ perSecond, p50, p99 }: RouteRate): string =>
  `${perSecond.toFixed(0).padStart(5)} a second, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
