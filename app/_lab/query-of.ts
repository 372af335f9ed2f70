/** What Next hands a page, as the query it came from; of a repeated name the first counts. */
export function queryOf(searchParams: Record<string, string | string[] | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(searchParams)) {
    const first = Array.isArray(value) ? value[0] : value
    if (first !== undefined) query.set(name, first)
  }
  return query.toString()
}
