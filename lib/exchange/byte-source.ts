/** A file that is read where it is needed, so that a large one costs no memory. */
export type ByteSource = {
  size: number
  /** At most `length` bytes from `start`; fewer at the end. */
  read(start: number, length: number): Uint8Array
}

export const bytesInMemory = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (start, length) => bytes.subarray(start, Math.min(bytes.length, start + length)),
})
