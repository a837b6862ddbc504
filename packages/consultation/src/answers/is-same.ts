import { canonicalText } from '@isegoria/kernel'

/** Whether two plain values say the same, whatever the order of their keys. */
export const isSame = (left: unknown, right: unknown): boolean => canonicalText(left) === canonicalText(right)
