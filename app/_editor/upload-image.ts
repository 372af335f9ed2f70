import { sendBytes, type ApiAnswer } from '../_api/call-api'

export type UploadedImage = { sha256: string; width: number; height: number; bytes: number }

export const IMAGE_TYPES = 'image/png,image/jpeg,image/webp,image/gif'
export const MAX_IMAGE_BYTES = 2 * 1024 * 1024

export function uploadImage(slug: string, file: Blob): Promise<ApiAnswer<UploadedImage>> {
  return sendBytes(`/decks/${slug}/media`, file)
}

/** The pictures among what was pasted or dropped. Empty when there is text too: a table from a spreadsheet brings both. */
export function imagesIn(data: DataTransfer | null): File[] {
  if (data === null) return []
  const images = [...data.files].filter((file) => file.type.startsWith('image/'))
  return images.length > 0 && data.getData('text/plain') !== '' ? [] : images
}
