/** A name that nothing has yet: x, x2, x3. */
export function newName(wanted: string, taken: readonly string[]): string {
  let name = wanted
  for (let n = 2; taken.includes(name); n++) name = `${wanted}${n}`
  return name
}
