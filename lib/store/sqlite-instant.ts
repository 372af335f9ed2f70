/** An instant as Prisma's adapter writes it: raw statements must use the one same form, for it is compared as text. */
export const sqliteInstant = (ms: number): string => new Date(ms).toISOString().slice(0, -1) + '+00:00'
