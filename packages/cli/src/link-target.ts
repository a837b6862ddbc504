import { lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

const mostLinks = 40

/** Whether the name itself is a link, wherever that leads. */
export const isLink = (path: string): boolean => {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

/** Where the links at `path` lead, even when nothing stands there yet; what cannot be followed is its own place. */
export const linkTarget = (path: string): string => {
  let place = path
  try {
    for (let links = 0; links < mostLinks && isLink(place); links++) place = resolve(realpathSync(dirname(place)), readlinkSync(place))
    return join(realpathSync(dirname(place)), basename(place))
  } catch {
    return path
  }
}
