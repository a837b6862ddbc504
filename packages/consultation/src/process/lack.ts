/** One thing that is missing: by which rule it is asked for, what it is, and how many of it. */
export interface Lack {
  readonly rule: string
  readonly missing: string
  readonly count: number
}

export const isBlank = (text: string): boolean => text.trim() === ''

/** `missing` once, where it is missing. */
export const lackIf = (isMissing: boolean, rule: string, missing: string): ReadonlyArray<Lack> => (isMissing ? [{ rule, missing, count: 1 }] : [])
