import { packWorker } from '../start/pack-worker'

/** Tests start the process of imports and exports as the server does. */
export default async function setup(): Promise<void> {
  await packWorker()
}
