import type { PastElection } from '@isegoria/election'

/** The rule by which an imported poll is counted. */
export interface CountedBy {
  readonly rule: PastElection['rule']
  /** Set where META names another one than is counted here. */
  readonly note?: string
}

const asNamed = new Set([undefined, '', 'unknown', 'greedy', 'equalshares', 'equalshares/add1'])

/** Equal Shares where META names it in any form, else greedy by votes. */
export const pabulibRule = (named: string | undefined): CountedBy => {
  const rule: PastElection['rule'] =
    named?.startsWith('equalshares') === true
      ? { id: 'equal-shares', parameters: { utility: 'cost', completion: 'add1', start: 'floor', stop: 'overspend' } }
      : { id: 'greedy', parameters: { satisfaction: 'cost' } }
  if (asNamed.has(named)) return { rule }
  return { rule, note: `rule: '${named}' is counted here as ${rule.id}; the winners that were published may be others` }
}
