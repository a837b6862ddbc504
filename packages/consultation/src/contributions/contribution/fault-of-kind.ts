import type { ContributionReceived } from './events.ts'

/** Why a contribution is not of the kind that it is said to be. */
export type KindFault =
  /** An argument and a comment are about something. */
  | { readonly type: 'SubjectMissing'; readonly kind: ContributionReceived['kind'] }
  /** An argument is for or against, and nothing else is. */
  | { readonly type: 'SideMissing' }
  | { readonly type: 'SideNotArgued'; readonly kind: ContributionReceived['kind'] }
  /** A point of a meeting comes from a meeting. */
  | { readonly type: 'ChannelNotMeeting'; readonly channel: ContributionReceived['channel'] }

type Kind = Pick<ContributionReceived, 'kind' | 'channel' | 'about' | 'side'>

export const faultOfKind = ({ kind, channel, about, side }: Kind): KindFault | undefined => {
  const isArgument = kind === 'argument'
  if ((isArgument || kind === 'comment') && about === undefined) return { type: 'SubjectMissing', kind }
  if (isArgument && side === undefined) return { type: 'SideMissing' }
  if (!isArgument && side !== undefined) return { type: 'SideNotArgued', kind }
  return kind === 'meeting-point' && channel !== 'meeting' ? { type: 'ChannelNotMeeting', channel } : undefined
}
