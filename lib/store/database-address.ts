/** Where the data lives. */
export type DatabaseAddress = { kind: 'sqlite'; file: string } | { kind: 'postgresql'; url: string }

export type DatabaseKind = DatabaseAddress['kind']

export const databaseKinds: readonly DatabaseKind[] = ['sqlite', 'postgresql']
