/** Whether a text says something, and is text in every encoding: a lone surrogate has no bytes to hash. */
export const isName = (text: string): boolean => text.trim() !== '' && !/\p{Surrogate}/u.test(text)

/** Whether a text is a hash or a key made of one: 64 lower-case hexadecimal digits. No name of a person is. */
export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)
