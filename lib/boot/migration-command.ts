import { writeNewMigration } from './new-migration'
import { runCommand } from './run-command'

// npm run migration -- add-quizzes
// npm run migration -- --initial      (begins the history again: only before the first release)
runCommand(async (args) => {
  const initial = args[0] === '--initial'
  const written = await writeNewMigration(initial ? 'initial' : (args[0] ?? ''), new Date(), initial)
  for (const file of written.files) console.log(`Wrote ${file}`)
  console.log('Read it before you commit it; the next start applies it.')
})
