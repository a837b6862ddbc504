import { markup } from '../markup.ts'
import type { Markup } from '../markup.ts'
import { widthOf } from './width-of.ts'

/** A bar for a part of a whole; decoration only, since the figures stand beside it in words. */
export const shareBar = (part: bigint, whole: bigint, className: string): Markup =>
  markup`<span class="bar ${className}" aria-hidden="true"><span style="width:${widthOf(part, whole)}"></span></span>`
