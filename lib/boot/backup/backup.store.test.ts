import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStoreAt } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { checkMemories } from '@/lib/study/check-memories'
import { recordEvents } from '@/lib/study/record-events'
import { BERLIN, enrol, NOON, seedDeck, seedLearner, testAnswer } from '@/lib/study/testing/seed-study'
import { holdLock } from '../data/hold-lock'
import { backupFile, backupsFolder, listBackups } from '@/lib/platform/backups/backup-files'
import { isBackupDue } from './hourly-backups'
import { makeBackup } from './make-backup'
import { restoreBackup } from './restore-backup'

const hour = 3_600_000

let house: TestStore
let file = ''
beforeEach(async () => {
  house = await openTestStore('sqlite')
  if (house.place.kind !== 'sqlite') throw new Error('not a file')
  file = house.place.file
})
afterEach(() => house.remove())

/** Puts a backup back as the command does, then opens the house again. */
async function restoreAndOpen(backup: string) {
  await house.store.close()
  const replaced = await restoreBackup(backup, file, NOON + hour)
  house.store = await openStoreAt(house.place)
  return replaced
}

describe('a backup', () => {
  it('that is taken while people answer holds whole answers and, restored, folds to its memories', async () => {
    const deck = await seedDeck(house.store, 60)
    const learner = await seedLearner(house.store)
    await enrol(house.store, learner, deck)
    let isOver = false
    let acknowledged = 0
    const answering = async (lane: number) => {
      for (let turn = lane; !isOver; turn += 4) {
        const cardId = deck.cardIds[turn % deck.cardIds.length]!
        const events = [testAnswer(learner, cardId, { answeredAt: NOON + turn })]
        const batch = { learner: learner.id, sentAt: NOON + turn, events }
        const result = await recordEvents(
          house.store,
          learner.actor,
          { batch, calendar: BERLIN },
          NOON + turn,
        )
        if (result.ok) acknowledged += 1
      }
    }
    const load = Promise.all([0, 1, 2, 3].map(answering))
    while (acknowledged < 30) await new Promise((resolve) => setTimeout(resolve, 5))
    const before = acknowledged
    const backup = await makeBackup(file, 'by-hand', NOON)
    const after = acknowledged
    while (acknowledged < after + 30) await new Promise((resolve) => setTimeout(resolve, 5))
    isOver = true
    await load

    const replaced = await restoreAndOpen(backup)
    const check = await checkMemories(house.store)
    expect(check.differences).toEqual([])
    expect(check.events).toBeGreaterThanOrEqual(before)
    expect(check.events).toBeLessThanOrEqual(after + 4)
    // What was replaced is kept, write-ahead log and all.
    const kept = new Database(replaced!, { readonly: true })
    expect(kept.prepare('SELECT count(*) FROM StudyEvent').pluck().get()).toBe(acknowledged)
    kept.close()
  })

  it('is one file that only its owner’s folder holds', async () => {
    const backup = await makeBackup(file, 'hourly', NOON)
    expect(readdirSync(backupsFolder(file))).toEqual([path.basename(backup)])
    expect(statSync(backupsFolder(file)).mode & 0o077).toBe(0)
  })

  it('is refused beside a running server, in whichever process', async () => {
    const backup = await makeBackup(file, 'by-hand', NOON)
    const lock = holdLock(file)
    await expect(restoreBackup(backup, file, NOON)).rejects.toThrow(/Another Unroll server \(process \d+\)/)
    const elsewhere = `
      import { tryToHoldLock } from './lib/boot/data/hold-lock.ts'
      console.log(tryToHoldLock(${JSON.stringify(file)}) === null ? 'refused' : 'held')`
    const run = () =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', elsewhere], {
        encoding: 'utf8',
      })
    expect(run().trim()).toBe('refused')
    lock.release()
    expect(run().trim()).toBe('held')
  })

  it('is not put back when it is damaged, no database, or not ours; the house stays as it was', async () => {
    const damaged = path.join(path.dirname(file), 'damaged.db')
    writeFileSync(damaged, 'no database at all '.repeat(100))
    await expect(restoreBackup(damaged, file, NOON)).rejects.toThrow(/is not a database/)
    const foreign = path.join(path.dirname(file), 'foreign.db')
    new Database(foreign).exec('CREATE TABLE other (id INTEGER)').close()
    await expect(restoreBackup(foreign, file, NOON)).rejects.toThrow(/is not a database of Unroll/)
    await expect(restoreBackup('/nowhere/at/all.db', file, NOON)).rejects.toThrow(/There is no file/)
    expect(existsSync(`${file}.restoring`)).toBe(false)
    expect((await checkMemories(house.store)).differences).toEqual([])
  })
})

describe('the hourly backups', () => {
  const writtenAt = (at: number) => {
    for (const name of [file, `${file}-wal`]) if (existsSync(name)) utimesSync(name, at / 1000, at / 1000)
  }

  it('come at once, then after an hour in which something was written', async () => {
    expect(isBackupDue(file, NOON)).toBe(true)
    await makeBackup(file, 'hourly', NOON)
    writtenAt(NOON - 1)
    expect(isBackupDue(file, NOON + 2 * hour)).toBe(false)
    writtenAt(NOON + 1)
    expect(isBackupDue(file, NOON + hour - 1)).toBe(false)
    expect(isBackupDue(file, NOON + hour)).toBe(true)
  })

  it('are thinned; those made by hand are not, and five are kept from before migrations', async () => {
    await makeBackup(file, 'by-hand', NOON - 900 * 24 * hour)
    for (let days = 40; days > 0; days--)
      writeFileSync(backupFile(file, NOON - days * 24 * hour, 'hourly'), '')
    for (let days = 9; days > 0; days--)
      writeFileSync(backupFile(file, NOON - days * 24 * hour, 'before-migration'), '')
    await makeBackup(file, 'hourly', NOON)
    const reasons = listBackups(file).map(({ reason }) => reason)
    expect(reasons.filter((reason) => reason === 'by-hand')).toHaveLength(1)
    expect(reasons.filter((reason) => reason === 'before-migration')).toHaveLength(5)
    // 12 days, then the weeks and months of 40 days that these do not cover already
    const hourly = reasons.filter((reason) => reason === 'hourly').length
    expect(hourly).toBeGreaterThanOrEqual(12 + 3)
    expect(hourly).toBeLessThanOrEqual(12 + 6)
  })
})
