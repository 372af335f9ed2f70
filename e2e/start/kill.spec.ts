import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import type { ClientEvent } from '@/lib/core/study/event-batch'
import { ApiClient } from '../api-client'
import { launchServer } from '../launch-server'

// The promise that matters most: what the server said it has, it has, whenever the power goes.

const kills = process.env.UNROLL_FULL ? 50 : 4
const learners = 8

/** Answers without end, a few cards at a time, as a browser does: what was not acknowledged is sent again. */
class Learner {
  readonly client: ApiClient
  readonly acknowledged = new Set<string>()
  private waiting: ClientEvent[] = []
  private readonly showings = new Map<string, string>()
  private id = ''
  private cardIds: string[] = []
  private schedulerRevisionId = ''

  constructor(
    url: string,
    private readonly number: number,
  ) {
    this.client = new ApiClient(url, `10.99.0.${number}`)
  }

  async begin(): Promise<void> {
    await this.client.beginAsGuest()
    const pack = await this.client.fetchPack()
    this.id = pack.learner.id
    this.cardIds = pack.cards.map(({ id }) => id)
    this.schedulerRevisionId = pack.presets[0]!.revisionId
  }

  /** Until the server is gone. */
  async answerOnAndOn(isOver: () => boolean): Promise<void> {
    for (let turn = 0; !isOver(); turn++) {
      while (this.waiting.length < 1 + (turn % 4)) this.waiting.push(this.nextAnswer(turn))
      const sent = this.waiting
      try {
        const reply = await this.client.postEvents(this.id, sent)
        for (const receipt of reply.receipts) {
          expect(receipt.status, JSON.stringify(receipt)).not.toBe('refused')
          this.acknowledged.add(receipt.id)
        }
        this.waiting = []
      } catch (error) {
        if (isOver()) return
        throw error
      }
    }
  }

  private nextAnswer(turn: number): ClientEvent {
    const cardId = this.cardIds[(turn * 7 + this.waiting.length + this.number) % this.cardIds.length]!
    const id = randomUUID()
    const event: ClientEvent = {
      kind: 'ANSWER',
      id,
      cardId,
      after: this.showings.get(cardId) ?? null,
      grade: ([3, 1, 4, 2] as const)[turn % 4]!,
      answeredAt: Date.now(),
      schedulerRevisionId: this.schedulerRevisionId,
      millis: 1_500,
    }
    this.showings.set(cardId, id)
    return event
  }
}

test(`kill -9 during answers, ${kills} times: every acknowledged event is there, and every memory is the fold of its log`, async () => {
  test.setTimeout(kills * 30_000 + 60_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'unroll-kill-'))
  try {
    const people: Learner[] = []
    for (let kill = 0; kill < kills; kill++) {
      const server = await launchServer({ DATA_DIR: folder })
      for (const person of people) person.client.moveTo(server.url)
      while (people.length < learners) {
        const person = new Learner(server.url, people.length + 1)
        await person.begin()
        people.push(person)
      }
      let isOver = false
      const work = people.map((person) => person.answerOnAndOn(() => isOver))
      await new Promise((resolve) => setTimeout(resolve, 700 + ((kill * 337) % 900)))
      isOver = true
      await server.stop('SIGKILL')
      await Promise.all(work)
    }

    const db = new Database(path.join(folder, 'unroll.db'))
    const stored = new Set(db.prepare('SELECT id FROM StudyEvent').pluck().all())
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
    const acknowledged = people.flatMap((person) => [...person.acknowledged])
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(kills * learners)
    console.log(`${kills} kills, ${acknowledged.length} events acknowledged, ${stored.size} stored`)

    const check = spawnSync(process.execPath, ['--import', 'tsx', 'lib/boot/check-command.ts'], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: folder },
    })
    expect(check.status, check.stdout + check.stderr).toBe(0)
    expect(check.stdout).toContain(`${stored.size} events`)
    expect(check.stdout).toContain('Every memory is what its log folds to.')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
