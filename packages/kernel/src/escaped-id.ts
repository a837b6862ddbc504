/**
 * An id within a stream's name, where `/` ends it.
 *
 * @example escapedId('north/2') // => 'north%2F2'
 */
export const escapedId = (id: string): string => (id.includes('%') || id.includes('/') ? id.replaceAll('%', '%25').replaceAll('/', '%2F') : id)
