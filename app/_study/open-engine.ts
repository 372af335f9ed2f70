import { databaseName, openBrowserStore } from './browser-store'
import { readRaisedGoals } from './day-goals'
import { device } from './device'
import { memoryStore, type LocalStore } from './local-store'
import { oneTab } from './one-tab'
import { studyApi } from './study-api'
import { createStudyEngine, type StudyEngine } from './study-engine'
import { tabChannel } from './tab-channel'

export type OpenEngine = { engine: StudyEngine; close: () => void }

/** A learner's engine on this browser, with what it holds already read. */
export async function openEngine(learnerId: string): Promise<OpenEngine> {
  const name = databaseName(learnerId)
  const { store, isKept } = await openStore(learnerId)
  // A database that is gone was wiped by a sign-out in another tab: this tab begins anew, as nobody.
  const channel = tabChannel(name, () => void engine.reread().catch(() => location.reload()))
  const engine = createStudyEngine({
    learnerId,
    store,
    api: studyApi,
    now: Date.now,
    exclusively: oneTab(`${name}:outbox`),
    announce: channel.announce,
    clockOffsetMs: device.clockOffsetMs(),
    isKept,
    reach: { newCards: readRaisedGoals(learnerId)?.extraNew },
  })
  await engine.reread()
  return {
    engine,
    close: () => {
      channel.close()
      engine.close()
    },
  }
}

async function openStore(learnerId: string): Promise<{ store: LocalStore; isKept: boolean }> {
  try {
    return { store: await openBrowserStore(learnerId), isKept: true }
  } catch (error) {
    console.warn('This browser keeps nothing: answers wait in this tab only.', error)
    return { store: memoryStore(), isKept: false }
  }
}
