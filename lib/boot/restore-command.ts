import path from 'node:path'
import { currentTime } from '@/lib/platform/clock'
import { listBackups } from '@/lib/platform/backups/backup-files'
import { restoreBackup } from './backup/restore-backup'
import { runCommand } from './run-command'
import { getSqliteFile } from './sqlite-file'

// npm run restore                     lists the backups
// npm run restore -- data/backups/…   puts one in the place of the database (stop the server first)
runCommand(async ([given]) => {
  const databaseFile = getSqliteFile()
  if (given === undefined) {
    const backups = listBackups(databaseFile)
    for (const { file } of backups) console.log(path.relative('.', file))
    console.log(
      backups.length === 0 ? 'There is no backup yet.' : '\nTo put one back: npm run restore -- <file>',
    )
    return
  }
  const replaced = await restoreBackup(path.resolve(given), databaseFile, currentTime())
  console.log(`Restored ${given}.`)
  if (replaced !== null) console.log(`What was there before is kept as ${path.relative('.', replaced)}.`)
})
