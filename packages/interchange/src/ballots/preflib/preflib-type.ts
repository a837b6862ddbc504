/** The forms of PrefLib that are read: strict or tied orders, complete or incomplete, and categories. */
export const preflibTypes = ['soc', 'soi', 'toc', 'toi', 'cat'] as const
export type PreflibType = (typeof preflibTypes)[number]

/** The form of that name, in any letter case. */
export const preflibTypeOf = (text: string): PreflibType | undefined => preflibTypes.find((type) => type === text.trim().toLowerCase())

/** The form that the end of a file's name tells. */
export const preflibTypeOfName = (file: string): PreflibType | undefined => preflibTypeOf(file.slice(file.lastIndexOf('.') + 1))
