import { marked } from '@isegoria/election'
import type { Ballot, BallotForm } from '@isegoria/election'
import type { CastBallot } from './cast-ballots.ts'
import type { PabulibFile, PabulibNote } from './pabulib-file.ts'

const formTypes = { approval: 'approval', 'choose-1': 'choose-one', cumulative: 'cumulative', ordinal: 'ordinal', scoring: 'score' } as const

const pointsOf = (ballot: Ballot): ReadonlyArray<number> => {
  if (ballot.type === 'cumulative') return ballot.points.map(([, value]) => value)
  return ballot.type === 'score' ? ballot.scores.map(([, value]) => value) : []
}

interface Limit {
  readonly name: 'fewest' | 'most' | 'mostPerOption' | 'fewestPoints' | 'mostPoints'
  /** Its key in META. */
  readonly key: string
  readonly figure: (ballot: Ballot) => number
  readonly isLeast: boolean
}

const sum = (values: ReadonlyArray<number>): number => values.reduce((total, value) => total + value, 0)

const lengths: ReadonlyArray<Limit> = [
  { name: 'fewest', key: 'min_length', figure: (ballot) => marked(ballot).length, isLeast: true },
  { name: 'most', key: 'max_length', figure: (ballot) => marked(ballot).length, isLeast: false },
]
const amounts: ReadonlyArray<Limit> = [
  {
    name: 'mostPerOption',
    key: 'max_points',
    figure: (ballot) => pointsOf(ballot).reduce((most, value) => Math.max(most, value), 0),
    isLeast: false,
  },
  { name: 'fewestPoints', key: 'min_sum_points', figure: (ballot) => sum(pointsOf(ballot)), isLeast: true },
  { name: 'mostPoints', key: 'max_sum_points', figure: (ballot) => sum(pointsOf(ballot)), isLeast: false },
]

/** The form of a file's ballots, and what its META says of them that they do not keep. */
export interface ReadForm {
  readonly form: BallotForm
  readonly notes: ReadonlyArray<PabulibNote>
}

/**
 * The form of the ballots of a file: their type, and each limit of its META that all of them obey.
 *
 * Whoever held the vote counted every ballot of the file, so a limit that one of them disobeys was none; it is left out and
 * noted. Four published files are so (Mechanical Turk, Utilities 3, 6, 7 and 8: 98 or 99 points of `min_sum_points` 100). A
 * limit that is no whole number does not bind. `max_sum_cost` is left out, since a ballot form cannot say it.
 */
export const pabulibBallotForm = ({ meta, voteType }: Pick<PabulibFile, 'meta' | 'voteType'>, ballots: ReadonlyArray<CastBallot>): ReadForm => {
  const type = formTypes[voteType]
  const named = (type === 'cumulative' || type === 'score' ? [...lengths, ...amounts] : lengths).flatMap((limit) => {
    const text = meta[limit.key] ?? ''
    return /^\d{1,15}$/.test(text) ? [{ ...limit, value: Number(text) }] : []
  })
  const checked = named.map((limit) => {
    const { figure, isLeast, value } = limit
    return { limit, broken: ballots.find(({ ballot }) => (isLeast ? figure(ballot) < value : figure(ballot) > value)) }
  })
  const kept = checked.flatMap(({ limit, broken }) => (broken === undefined ? [[limit.name, limit.value] as const] : []))
  const notes = checked.flatMap(({ limit: { key, value, figure }, broken }) =>
    broken === undefined ? [] : [{ line: broken.line, note: `${figure(broken.ballot)} where ${key} is ${value}: the limit is left out` }],
  )
  return { form: { type, ...Object.fromEntries(kept) }, notes }
}
