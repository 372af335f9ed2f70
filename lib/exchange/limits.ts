// What a file may hold. Whoever sends more is told which limit it was.
export const MAX_INCOMING_NOTES = 20_000
export const MAX_ENTRIES = 60_000
/** A name in a zip, in bytes. Files systems take 255. */
export const MAX_NAME_BYTES = 255
export const MAX_DATABASE_BYTES = 256 * 1024 * 1024
export const MAX_MEDIA_LIST_BYTES = 16 * 1024 * 1024
export const MAX_TEXT_BYTES = 64 * 1024 * 1024
/** Of one field as the file has it, in characters, before it becomes Markdown of at most 20,000. */
export const MAX_FIELD_LENGTH = 200_000
export const MAX_FIELD_TAGS = 4_000
/** Of what cannot be read, named one by one; the rest is counted. */
export const MAX_UNREADABLE_NAMED = 200
