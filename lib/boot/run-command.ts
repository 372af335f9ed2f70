import { OperatorError } from '@/lib/platform/operator-error'

/** Runs a command of package.json: what the person can mend is one sentence, a surprise keeps its stack. */
export function runCommand(work: (args: string[]) => Promise<void>): void {
  work(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof OperatorError ? error.message : error)
    process.exitCode = 1
  })
}
