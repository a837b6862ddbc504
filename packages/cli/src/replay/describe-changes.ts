import type { VoterFilter, WhatIf, WhatIfRejection } from '@isegoria/deliberation'
import { grouped } from '@isegoria/report'
import { describeRuleRejection } from '../choose.ts'

const votersIn = (filter: VoterFilter): string => {
  const { attribute } = filter
  if ('is' in filter) return `${attribute} is ${[filter.is].flat().join(' or ')}`
  const { from, to } = filter
  if (from === undefined) return `${attribute} is at most ${to ?? ''}`
  return to === undefined ? `${attribute} is at least ${from}` : `${attribute} is from ${from} to ${to}`
}

/** What is asked to be otherwise, a sentence for each change. */
export const describeChanges = ({ voters = [], until, budget, costs = {}, withdrawn = [] }: WhatIf, currency: string): ReadonlyArray<string> => {
  const money = (amount: string): string => `${grouped(amount)} ${currency}`.trimEnd()
  return [
    ...(voters.length === 0 ? [] : [`Only voters count of whom ${voters.map(votersIn).join(' and ')}.`]),
    ...(until === undefined ? [] : [`The poll closes at ${until}.`]),
    ...(budget === undefined ? [] : [`The budget is ${money(budget)}.`]),
    ...Object.entries(costs).map(([project, cost]) => `${project} costs ${money(cost)}.`),
    ...withdrawn.map((option) => `${option} is not to be had.`),
  ]
}

const mostNamed = 12

const someOf = (known: ReadonlyArray<string>): string =>
  known.length <= mostNamed ? known.join(', ') || 'none' : `${known.slice(0, mostNamed).join(', ')} and ${known.length - mostNamed} more`

/** Why a what-if has no answer, in one sentence that names its flag. */
export const describeWhatIfRejection = (rejection: WhatIfRejection): string => {
  switch (rejection.type) {
    case 'UnknownAttribute':
      return `--voters: no voter declared '${rejection.attribute}'; there is ${someOf(rejection.known)}`
    case 'UnknownValue':
      return `--voters: no voter declared ${rejection.attribute}=${rejection.value}; there is ${someOf(rejection.known)}`
    case 'AttributeNotNumeric':
      return `--voters: ${rejection.attribute} is no number; there is ${someOf(rejection.known)}`
    case 'RangeNotSound':
      return `--voters: the range of ${rejection.attribute} holds nothing`
    case 'BallotsAreSecret':
      return `--${rejection.change}: the poll's ballots are secret and stand apart from their voters`
    case 'BallotsNotGiven':
      return `--${rejection.change}: the ballots were not read`
    case 'CastTimesUnknown':
      return `--until: the log does not say when its ballots were cast: one was recorded at ${rejection.recordedAt}, and the vote was from ${rejection.opensAt} to ${rejection.closesAt}`
    case 'UntilBeforeOpening':
      return `--until: ${rejection.until} is not after the poll's opening at ${rejection.opensAt}`
    case 'UnknownProject':
      return `no project '${rejection.project}'; there is ${someOf(rejection.known)}`
    case 'AmountNotReadable':
      return `${rejection.project === undefined ? '--budget' : `--cost ${rejection.project}`}: '${rejection.amount}' is no amount of money`
    case 'AmountNegative':
      return `${rejection.project === undefined ? '--budget' : `--cost ${rejection.project}`}: ${rejection.amount} is below zero`
    case 'NothingIsSpent':
      return 'no money is spent in this poll'
    case 'NoOptionsLeft':
      return '--without: no option is left'
    case 'NoBallotsLeft':
      return 'no ballot is left to count'
    case 'UnknownRule':
      return `no rule '${rejection.rule}'`
    case 'RuleTextNotReadable':
      return `'${rejection.part}' is not name=value`
    default:
      return describeRuleRejection(rejection)
  }
}
