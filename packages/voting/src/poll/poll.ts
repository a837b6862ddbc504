import type { Decider } from '@isegoria/kernel'
import type { PollCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { PollEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { PollRejection } from './rejections.ts'
import { initialState } from './state.ts'
import type { PollState } from './state.ts'

/** Defined → options frozen → opened with the hash of its rules → closed → box sealed → tally computed → certified. */
export const poll: Decider<PollCommand, PollState, PollEvent, PollRejection> = { initialState, decide, evolve }

/** The stream of one poll. */
export const pollStream = (pollId: string): string => `poll-${pollId}`
