import { statSync } from 'node:fs'

/** Whether something stands there that is neither a file nor a folder, such as a pipe: reading it might never end. */
export const isSpecial = (path: string): boolean => {
  try {
    const found = statSync(path)
    return !found.isFile() && !found.isDirectory()
  } catch {
    return false
  }
}
