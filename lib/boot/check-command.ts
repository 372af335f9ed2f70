import { getEnvironment } from '@/lib/platform/env'
import { OperatorError } from '@/lib/platform/operator-error'
import { databasePlace } from '@/lib/store/database-place'
import { listFileProblems } from '@/lib/store/list-file-problems'
import { tryToHoldLock } from './data/hold-lock'
import { openExistingStore } from './open-existing-store'
import { runCommand } from './run-command'
import { refuseMissingFile } from './sqlite-file'

// npm run check               folds every log and compares it with the memory stored; may run beside a server
// npm run check -- --repair   writes anew the memories that differ; with the server stopped
runCommand(async (args) => {
  const repair = args.includes('--repair')
  const { DATABASE_URL, DATA_DIR } = getEnvironment()
  const place = databasePlace({ databaseUrl: DATABASE_URL, dataDir: DATA_DIR })
  if (repair && place.kind === 'sqlite') {
    refuseMissingFile(place.file) // the lock stands beside it
    if (tryToHoldLock(place.file) === null)
      throw new OperatorError('A server is using this database; stop it before repairing.')
  }
  const store = await openExistingStore(place)
  const { checkMemories } = await import('@/lib/study/check-memories')
  const { rebuildMemory } = await import('@/lib/study/rebuild-memory')
  try {
    const problems = listFileProblems(place)
    for (const problem of problems) console.log(problem)
    const { learners, memories, events, differences } = await checkMemories(store)
    console.log(`${learners} learners, ${memories} memories, ${events} events`)
    for (const { userId, cardId, fields } of differences) {
      const named = fields.map(
        ({ name, stored, folded }) => `${name} is ${String(stored)}, folds to ${String(folded)}`,
      )
      console.log(`learner ${userId}, card ${cardId}: ${named.join('; ')}`)
      if (repair) await rebuildMemory(store, userId, cardId)
    }
    if (differences.length > 0) {
      console.log(
        repair
          ? `${differences.length} memories were written anew from their logs.`
          : `${differences.length} memories differ; npm run check -- --repair writes them anew.`,
      )
    } else console.log('Every memory is what its log folds to.')
    if (problems.length > 0 || (differences.length > 0 && !repair)) process.exitCode = 1
  } finally {
    await store.close()
  }
})
