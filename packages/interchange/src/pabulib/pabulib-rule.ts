import type { Parameters, PastElection } from '@isegoria/election'
import type { VoteType } from './ballot-of.ts'

/** The rule by which an imported poll is counted. */
export interface CountedBy {
  readonly rule: PastElection['rule']
  /** Set where META names another one than is counted here. */
  readonly note?: string
}

/** What a rule needs to know of the ballots of a file. */
interface Ballots {
  readonly voteType: VoteType
  /** `max_length` of META. */
  readonly longest?: string | undefined
}

const dialects = new Set(['greedy', 'greedy-no-skip', 'greedy-threshold', 'greedy-exclusive', 'greedy-custom'])
const equalSharesForm = /^equalshares(\/add1)?(-comparison)?$/

/** By votes where ballots approve, else by points: `max_length` and less for the places of a ranking. */
const scoredBy = (name: 'satisfaction' | 'utility', { voteType, longest = '' }: Ballots): Parameters => {
  if (voteType === 'approval' || voteType === 'choose-1') return { [name]: 'cost' }
  return { [name]: 'score', ...(voteType === 'ordinal' && /^[1-9]\d{0,5}$/.test(longest) ? { longest } : {}) }
}

const equalShares = (form: RegExpExecArray, ballots: Ballots): PastElection['rule'] => {
  const [, add1, comparison] = form
  const completion = add1 === undefined ? { completion: 'none' } : { completion: 'add1', start: 'floor', stop: 'overspend' }
  const compared = comparison === undefined ? {} : { comparison: 'satisfaction' }
  return { id: 'equal-shares', parameters: { ...scoredBy('utility', ballots), ...completion, ...compared } }
}

/**
 * The rule that META names: a dialect of greedy, or Equal Shares in one of its forms. Greedy for any other, with a note
 * where that is another name.
 */
export const pabulibRule = (named = '', ballots: Ballots = { voteType: 'approval' }): CountedBy => {
  const form = equalSharesForm.exec(named)
  if (form !== null) return { rule: equalShares(form, ballots) }
  const dialect = dialects.has(named) ? named : 'greedy'
  // Projects are listed by result: of those that are level, the body put the first one first.
  const rule = { id: 'greedy', parameters: { ...scoredBy('satisfaction', ballots), dialect, ties: 'given-order' } }
  if (dialect === named || named === '' || named === 'unknown') return { rule }
  return { rule, note: `rule: '${named.slice(0, 80)}' is counted here as greedy; the winners that were published may be others` }
}
