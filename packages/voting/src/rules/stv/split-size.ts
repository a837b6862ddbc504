import type { RuleRejection } from '@isegoria/election'
import type { Preferences } from '../../tally/preferences.ts'

/** Ways of votes that a count under `level=split` may follow in each of its iterations. */
const most = 20_000_000

/**
 * Refuses what would not end in time: where level options hand on apart, a vote has as many ways through a ballot as the
 * sizes of its tiers multiplied.
 */
export const faultOfSplit = (rule: string, { ballots, starts, tiers }: Preferences): RuleRejection | undefined => {
  let ways = 0
  for (let ballot = 0; ballot < ballots; ballot++) {
    const end = starts[ballot + 1] ?? 0
    let across = 1
    for (let from = starts[ballot] ?? 0, to = from; from < end; from = to) {
      while (to < end && tiers[to] === tiers[from]) to++
      across *= to - from
    }
    ways += across
  }
  return ways <= most ? undefined : { type: 'ElectionTooLarge', rule, what: 'ways of votes through level options', size: ways, most }
}
