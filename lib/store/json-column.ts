import { Prisma } from './generated/sqlite/client'

/** Json columns are written by our own rooms alone, through `writeJson` of the same type: the border is here. */
export function readJson<T>(value: Prisma.JsonValue): T {
  return value as T
}

export function writeJson(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue
}

/** For a column that may be null. */
export function writeNullableJson(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === null || value === undefined ? Prisma.DbNull : writeJson(value)
}
