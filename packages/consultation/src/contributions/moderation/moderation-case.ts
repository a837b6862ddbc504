import type { Decider } from '@isegoria/kernel'
import type { ModerationCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { ModerationEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { ModerationRejection } from './rejections.ts'
import { initialState } from './state.ts'
import type { ModerationState } from './state.ts'

/**
 * Reported → hidden by a published rule, with a reason → appealed against → decided by somebody else. Who moderates did not write it, and who
 * judges neither wrote it nor hid it; where one person acts under two pseudonyms, that is for the body to see to.
 */
export const moderationCase: Decider<ModerationCommand, ModerationState, ModerationEvent, ModerationRejection> = { initialState, decide, evolve }

/** The stream of what happens to one content. */
export const moderationStream = (contentId: string): string => `moderation-${contentId}`
