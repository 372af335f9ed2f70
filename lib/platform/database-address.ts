export type DatabaseAddress = {
  /** With its port; a folder where PostgreSQL listens at a socket. */
  host: string
  database: string
  /** As it is written in the address, and as it is. */
  passwords: string[]
}

/** What an address of PostgreSQL names, or null when it cannot be read: a # in a password ends what an address says. */
export function readDatabaseAddress(text: string): DatabaseAddress | null {
  try {
    // Where the host is a query's, libpq's addresses name a user at no host; URL knows none of those.
    const { host, username, password, pathname, searchParams, hash } = new URL(
      text.replace('@/', '@localhost/'),
    )
    if (/[@#]/.test(pathname + hash)) return null // cut in the middle of a password
    decodeURIComponent(username)
    return {
      host: searchParams.get('host') ?? (host || 'localhost'),
      database: decodeURIComponent(pathname.slice(1)),
      passwords: [password, decodeURIComponent(password)].filter((one) => one !== ''),
    }
  } catch {
    return null
  }
}
