import { resolve } from 'node:path'
import { isLink, linkTarget } from './link-target.ts'
import { isSpecial } from './is-special.ts'
import { CommandRefused } from './terminal.ts'

/**
 * The file that a log's name stands for: absolute, so that no name is special to the database, and behind any links.
 *
 * Errors: `CommandRefused` for a name that ends in a space, which the database would drop, for a link that cannot be followed,
 * and for what is neither a file nor a folder, which would be waited on for ever.
 */
export const storePlace = (name: string): string => {
  const path = resolve(name)
  if (path !== path.trim()) throw new CommandRefused(`${name}: the name of a log cannot end in a space`)
  const place = linkTarget(path)
  if (place !== place.trim()) throw new CommandRefused(`${name}: it leads to a name that ends in a space`)
  if (isLink(place)) throw new CommandRefused(`${name}: the link cannot be followed`)
  if (isSpecial(place)) throw new CommandRefused(`${name}: no regular file`)
  return place
}
