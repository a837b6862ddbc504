import { marked } from '@isegoria/election'
import type { Election, OptionId } from '@isegoria/election'

/** Voters of one ballot who approve the same options. */
export interface Approvers {
  readonly approved: ReadonlySet<OptionId>
  readonly weight: number
}

/** Who approves what; `undefined` where some ballot says more than that. */
export const approversOf = ({ profile }: Election): ReadonlyArray<Approvers> | undefined => {
  const isApproval = profile.ballots.every(({ ballot }) => ballot.type === 'approval' || ballot.type === 'choose-one')
  return isApproval ? profile.ballots.map(({ ballot, weight }) => ({ approved: new Set(marked(ballot)), weight })) : undefined
}

/** Voters who agree on some options. */
export interface Group {
  readonly agreed: ReadonlyArray<OptionId>
  readonly voters: number
}

const votersIn = (approvers: ReadonlyArray<Approvers>): number => approvers.reduce((sum, { weight }) => sum + weight, 0)

/**
 * Of `approvers` the first group that is found to be large and to approve the same `size` options, all of them.
 *
 * Cost: every choice of `size` options, but for those that begin with options on which too few agree.
 */
export const groupAgreeing = (
  approvers: ReadonlyArray<Approvers>,
  options: ReadonlyArray<OptionId>,
  size: number,
  isLarge: (voters: number) => boolean,
): Group | undefined => {
  const extend = (group: ReadonlyArray<Approvers>, agreed: ReadonlyArray<OptionId>, from: number): Group | undefined => {
    const voters = votersIn(group)
    if (voters === 0 || !isLarge(voters)) return undefined
    if (agreed.length === size) return { agreed, voters }
    for (let next = from; next <= options.length - (size - agreed.length); next++) {
      const option = options[next] ?? ''
      const supporters = group.filter(({ approved }) => approved.has(option))
      const found = extend(supporters, [...agreed, option], next + 1)
      if (found !== undefined) return found
    }
    return undefined
  }
  return extend(approvers, [], 0)
}
