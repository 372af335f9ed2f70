/** An instant as Prisma's adapter writes it: raw statements must use the one same form, for it is compared as text. */
export const sqliteInstant = (ms: number): string => new Date(ms).toISOString().replace('Z', '+00:00')
