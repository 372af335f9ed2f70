export const MAX_IMAGE_BYTES = 2 * 1024 * 1024

export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'

/** What the bytes say they are, whatever the file's name or the sender says; null for anything that is not a picture. */
export function findImageType(bytes: Uint8Array): ImageType | null {
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, 0, ascii('RIFF')) && startsWith(bytes, 8, ascii('WEBP'))) return 'image/webp'
  if (startsWith(bytes, 0, ascii('GIF87a')) || startsWith(bytes, 0, ascii('GIF89a'))) return 'image/gif'
  return null
}

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0))

const startsWith = (bytes: Uint8Array, at: number, expected: number[]): boolean =>
  bytes.length >= at + expected.length && expected.every((byte, index) => bytes[at + index] === byte)
