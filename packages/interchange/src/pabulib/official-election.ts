import type { Constraint, Election, PastElection } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { officialConstraints } from './official-constraints.ts'
import { pabulibElection } from './pabulib-election.ts'
import type { PabulibFile, PabulibNote } from './pabulib-file.ts'
import { pabulibRule } from './pabulib-rule.ts'

/** The election of a file as its own body counted it. */
export interface OfficialElection {
  readonly rule: PastElection['rule']
  /** With the constraints of the file. */
  readonly election: Election
  /** What of the body's own count is not counted here, or not known. */
  readonly notes: ReadonlyArray<PabulibNote>
}

/** Why a file has no official count: META names no rule, or none that is known here. */
export interface NoOfficialRule {
  readonly type: 'NoOfficialRule'
  /** Where META names it; 0 where it does not. */
  readonly line: number
  readonly reason: string
}

/** An election under constraints, of which one without any says nothing. */
const under = (election: Election, constraints: ReadonlyArray<Constraint>): Election =>
  constraints.length === 0 ? election : { ...election, constraints }

/** What of a body's own count is not counted here, or not known. */
export const officialNotes = (file: PabulibFile): ReadonlyArray<PabulibNote> => {
  const { meta, metaLines } = file
  const guess = { line: metaLines['rule'] ?? 0, note: 'rule: it is unknown how the winners were chosen; greedy is tried' }
  return [...(meta['rule'] === 'unknown' ? [guess] : []), ...officialConstraints(file).notes]
}

/**
 * What a rule looks at in a .pb file when its published winners are to be found again: the rule that META names with its
 * parameters, and the constraints that META and its comments ask for. `unknown` is tried by greedy, and noted.
 *
 * @example
 * import { readFileSync } from 'node:fs'
 * import { E } from '@isegoria/kernel'
 *
 * const town = readPabulib(readFileSync('town.pb'), 'town.pb')
 * const official = E.isRight(town) ? officialElection(town.right) : undefined
 * official !== undefined && E.isRight(official) && official.right.rule.id // => 'greedy'
 */
export const officialElection = (file: PabulibFile): Either<NoOfficialRule, OfficialElection> => {
  const { meta, metaLines, voteType } = file
  const named = meta['rule'] ?? ''
  const line = metaLines['rule'] ?? 0
  const { rule, note } = pabulibRule(named, { voteType, longest: meta['max_length'] })
  if (named === '') return E.left({ type: 'NoOfficialRule', line, reason: 'META names no rule' })
  if (note !== undefined) return E.left({ type: 'NoOfficialRule', line, reason: `'${named.slice(0, 80)}' is no rule that is known here` })
  const election = under(pabulibElection(file), officialConstraints(file).constraints)
  return E.right({ rule, election, notes: officialNotes(file) })
}
