import { startPostgres } from './start-postgres'

/** One PostgreSQL for a whole run of store tests, unless TEST_DATABASE_URL names one. */
export default async function postgresForTests(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['TEST_DATABASE_URL'] !== undefined) return undefined
  const server = await startPostgres()
  process.env['TEST_DATABASE_URL'] = server.url
  return () => server.stop()
}
