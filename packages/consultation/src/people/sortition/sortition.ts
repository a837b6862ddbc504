import type { Decider } from '@isegoria/kernel'
import { escapedId } from '@isegoria/kernel'
import type { SortitionCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { SortitionEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { SortitionRejection } from './rejections.ts'
import { initialState } from './state.ts'
import type { SortitionState } from './state.ts'

/**
 * Pool sealed → beacon named that has not spoken yet → seed revealed → drawn → seats accepted, or declined and filled from those
 * who stand by, in order. Whoever has the pool can draw again and must find the same panel.
 */
export const sortition: Decider<SortitionCommand, SortitionState, SortitionEvent, SortitionRejection> = { initialState, decide, evolve }

export const sortitionStream = (drawId: string): string => `sortition-${escapedId(drawId)}`
