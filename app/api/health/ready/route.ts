import { getLog } from '@/lib/platform/log'
import { getStore } from '@/lib/store/get-store'

/** The database answers too. */
export async function GET(): Promise<Response> {
  const headers = { 'cache-control': 'no-store' }
  try {
    const store = await getStore()
    await store.houseFacts.find('ready')
    return Response.json({ status: 'ready' }, { headers })
  } catch (error) {
    getLog().warn({ err: error }, 'not ready')
    return Response.json({ status: 'unavailable' }, { status: 503, headers })
  }
}
