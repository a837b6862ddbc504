/** An id within a stream's name, where `/` ends it. */
export const escapedId = (id: string): string => id.replaceAll('%', '%25').replaceAll('/', '%2F')
