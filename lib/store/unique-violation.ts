/** True when the write met a row that is already there (Prisma's P2002; by its code, for the class may be doubled). */
export function isUniqueViolation(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002'
}
