import { tenthsOfPercent } from '../figures.ts'

/** A part of a whole as a length in CSS. */
export const widthOf = (part: bigint, whole: bigint): string => `${Number(tenthsOfPercent(part, whole)) / 10}%`
