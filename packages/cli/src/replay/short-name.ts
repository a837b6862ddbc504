const longestName = 44

/** A name as a table has room for it. */
export const shortName = (name: string): string => {
  const characters = [...name]
  return characters.length <= longestName ? name : `${characters.slice(0, longestName - 1).join('')}…`
}
