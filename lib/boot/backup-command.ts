import { currentTime } from '@/lib/platform/clock'
import { makeBackup } from './backup/make-backup'
import { runCommand } from './run-command'
import { getExistingSqliteFile } from './sqlite-file'

// npm run backup: a copy of the database as it is now, beside a running server or without one.
runCommand(async (args) => {
  const reason = args.includes('--hourly') ? 'hourly' : 'by-hand'
  console.log(`Wrote ${await makeBackup(getExistingSqliteFile(), reason, currentTime())}`)
})
