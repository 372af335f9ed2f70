const two = (n: number) => String(n).padStart(2, '0')

/** An instant as a datetime-local field of this device has it; empty for none. */
export function toLocalTime(at: number | null): string {
  if (at === null) return ''
  const date = new Date(at)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** What such a field says, epoch ms; null where it is empty. */
export function fromLocalTime(text: string): number | null {
  const at = text === '' ? NaN : new Date(text).getTime()
  return Number.isNaN(at) ? null : at
}
