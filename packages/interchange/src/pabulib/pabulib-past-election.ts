import type { PastElection } from '@isegoria/election'
import { officialConstraints } from './official-constraints.ts'
import { endOf, startOf } from './pabulib-days.ts'
import type { PabulibFile } from './pabulib-file.ts'
import { pabulibRule } from './pabulib-rule.ts'

/**
 * The election of a .pb file as one that can be held again here, as the consultation of that id.
 *
 * A day that the file does not give, or not as one that exists, is `unknownDay`. The poll is held by the rule that META
 * names and under the constraints of the file, by greedy where META names none that is known.
 * @example
 * import { E } from '@isegoria/kernel'
 * import { readFileSync } from 'node:fs'
 *
 * const read = readPabulib(readFileSync('town.pb'), 'town.pb')
 * const past = E.isRight(read) ? pabulibPastElection(read.right, 'aubel-2026') : undefined
 * past?.votes.length // => 6
 */
export const pabulibPastElection = (file: PabulibFile, consultationId: string): PastElection => {
  const { meta, voteType } = file
  const { constraints } = officialConstraints(file)
  const place = [meta['unit'], meta['subunit'], meta['instance']].filter((part) => part !== undefined && part !== '')
  return {
    consultationId,
    title: file.title,
    question: `Which projects should be funded: ${place.join(', ')}?`,
    convenor: meta['unit'] ?? 'unknown',
    opensAt: startOf(meta['date_begin']),
    closesAt: endOf(meta['date_end'] ?? meta['date_begin']),
    options: file.projects.map(({ id, cost, name }) => ({ id, cost, ...(name === undefined ? {} : { name }) })),
    budget: file.budget,
    decimals: file.decimals,
    currency: meta['currency'] ?? '',
    form: file.form,
    ...(constraints.length === 0 ? {} : { constraints }),
    rule: pabulibRule(meta['rule'], { voteType, longest: meta['max_length'] }).rule,
    votes: file.votes.map(({ voter, ballot, attributes }) => ({
      voterKey: voter,
      ballot,
      attributes,
      channel: attributes['voting_method'] ?? 'unknown',
    })),
  }
}
