export interface ReasonMissing {
  readonly type: 'ReasonMissing'
  readonly of: string
}
export interface NameMissing {
  readonly type: 'NameMissing'
  readonly field: string
}

const isBlank = (words: string): boolean => words.trim() === ''

/** A public body gives its reasons: blank ones are none. `of` is the event that would have had them. */
export const faultOfReason = (of: string, reason: string): ReasonMissing | undefined => (isBlank(reason) ? { type: 'ReasonMissing', of } : undefined)

/** A pseudonym or a role is never blank: two blank ones could be two people. */
export const faultOfName = (field: string, name: string): NameMissing | undefined => (isBlank(name) ? { type: 'NameMissing', field } : undefined)
