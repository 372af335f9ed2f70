import { OperatorError } from '@/lib/platform/operator-error'
import { printCells } from './bench/cells/print-cells'
import { printAnswers } from './bench/print-answers'
import { printNextCard } from './bench/next-card'
import { printPagePaint } from './bench/page-paint'
import { printPageWeight } from './bench/page-weight'
import { runCommand } from './run-command'
import { ensureBuild } from './start/ensure-build'
import { ensureClients } from './start/ensure-clients'

/** Each measures one promise on a production build and prints what it found. */
const MEASUREMENTS: Record<string, () => Promise<void>> = {
  answers: printAnswers,
  cells: printCells,
  'next-card': printNextCard,
  'page-weight': printPageWeight,
  'page-paint': printPagePaint,
}

// npm run bench                measures everything
// npm run bench -- answers     measures one thing
runCommand(async (args) => {
  const names = args.length > 0 ? args : Object.keys(MEASUREMENTS)
  const unknown = names.find((name) => MEASUREMENTS[name] === undefined)
  if (unknown !== undefined) {
    throw new OperatorError(
      `There is no measurement called ${unknown}; there are ${Object.keys(MEASUREMENTS).join(', ')}.`,
    )
  }
  process.env.UNROLL_BENCH = '1' // a build of its own, with an empty route to measure against
  ensureClients()
  await ensureBuild()
  for (const name of names) await MEASUREMENTS[name]()
})
