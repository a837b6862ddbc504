import * as t from 'io-ts'
import { eventCodec, Instant } from '@isegoria/kernel'
import { About } from '../about.ts'
import { Content, contentFields } from '../content.ts'
import { TimedGate } from '../open-gate.ts'
import { Place } from '../place.ts'
import type { ContributionCommand } from './commands.ts'
import { Channel, ContributionKind, Side } from './events.ts'

const of = { contributionId: t.string, at: Instant }

/** Decodes a command where it comes in; its gate is read from the consultation, never taken from who sends it. */
export const contributionCommands = eventCodec<ContributionCommand>({
  ReceiveContribution: t.exact(
    t.intersection([
      t.type({
        type: t.literal('ReceiveContribution'),
        ...of,
        consultationId: t.string,
        kind: ContributionKind,
        channel: Channel,
        ...contentFields,
        gate: TimedGate,
      }),
      t.partial({ by: t.string, language: t.string, place: Place, about: About, side: Side }),
    ]),
    'ReceiveContribution',
  ),
  ReviseContribution: t.strict(
    { type: t.literal('ReviseContribution'), ...of, by: t.string, ...contentFields, gate: TimedGate },
    'ReviseContribution',
  ),
  WithdrawContribution: t.strict({ type: t.literal('WithdrawContribution'), ...of, by: t.string }, 'WithdrawContribution'),
  RedactContribution: t.exact(
    t.intersection([t.type({ type: t.literal('RedactContribution'), ...of, ground: t.string, by: t.string }), t.partial({ remains: Content })]),
    'RedactContribution',
  ),
})
