/** The first of `ids` that stands among them twice. */
export const repeated = (ids: Iterable<string>): string | undefined => {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) return id
    seen.add(id)
  }
  return undefined
}
