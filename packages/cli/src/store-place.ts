import { lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { isSpecial } from './is-special.ts'
import { CommandRefused } from './terminal.ts'

const mostLinks = 40

const isLink = (path: string): boolean => {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

/** Where the links at `path` lead, even when nothing stands there yet; what cannot be followed is its own place. */
const targetOf = (path: string): string => {
  let place = path
  try {
    for (let links = 0; links < mostLinks && isLink(place); links++) place = resolve(realpathSync(dirname(place)), readlinkSync(place))
    return join(realpathSync(dirname(place)), basename(place))
  } catch {
    return path
  }
}

/**
 * The file that a log's name stands for: absolute, so that no name is special to the database, and behind any links.
 *
 * Errors: `CommandRefused` for a name that ends in a space, which the database would drop, for a link that cannot be followed, and for what is neither a file nor
 * a folder, which would be waited on for ever.
 */
export const storePlace = (name: string): string => {
  const path = resolve(name)
  if (path !== path.trim()) throw new CommandRefused(`${name}: the name of a log cannot end in a space`)
  const place = targetOf(path)
  if (place !== place.trim()) throw new CommandRefused(`${name}: it leads to a name that ends in a space`)
  if (isLink(place)) throw new CommandRefused(`${name}: the link cannot be followed`)
  if (isSpecial(place)) throw new CommandRefused(`${name}: no regular file`)
  return place
}
