import type { Ballot } from '@isegoria/election'
import type { BallotFile } from './ballot-file.ts'

type Tiers = ReadonlyArray<ReadonlyArray<string>>

const tiersByPoints = (points: ReadonlyArray<readonly [string, number]>): Tiers => {
  const values = [...new Set(points.map(([, value]) => value))].toSorted((left, right) => right - left)
  return values.map((value) => points.filter(([, one]) => one === value).map(([id]) => id))
}

const tiersOf = (ballot: Ballot): Tiers => {
  switch (ballot.type) {
    case 'ordinal':
      return ballot.ranking.map((id) => [id])
    case 'weak-order':
      return ballot.tiers
    case 'choose-one':
      return ballot.choice === null ? [] : [[ballot.choice]]
    case 'approval':
      return [ballot.approved]
    case 'cumulative':
      return tiersByPoints(ballot.points)
    case 'score':
      return tiersByPoints(ballot.scores)
  }
}

/** A quote that would end the text early becomes an apostrophe; a text has one line. */
const quoted = (text: string): string => `"${text.replace(/[\r\n]+/g, ' ').replace(/"(?=\s*(?:#|"|$))/g, "'")}"`

/**
 * The file as .blt, which `readBlt` reads as it was: candidates by number, one line for each entry of `ballots`.
 *
 * The format knows rankings only: approvals become one tier, points tiers by their size. Notes and `unranked` have no
 * place in it; without `seats` it says 1.
 * @example
 * const file = {
 *   title: 'A tree',
 *   options: [{ id: 'Ash', name: 'Ash' }, { id: 'Elm', name: 'Elm' }],
 *   ballots: [{ ballot: { type: 'ordinal', ranking: ['Elm', 'Ash'] }, count: 3 }],
 *   withdrawn: [],
 *   notes: [],
 * } as const
 * writeBlt(file).split('\n') // => ['2 1', '3 2 1 0', '0', '"Ash"', '"Elm"', '"A tree"', '']
 */
export const writeBlt = ({ title, options, ballots, seats = 1, withdrawn, tieOrder }: BallotFile): string => {
  const numbers = new Map(options.map(({ id }, place) => [id, `${place + 1}`]))
  const numberOf = (id: string): string => numbers.get(id) ?? ''
  const isKnown = (id: string): boolean => numbers.has(id)
  const lines = [`${options.length} ${seats}`]
  if (tieOrder !== undefined) lines.push(`[tie ${tieOrder.toReversed().map(numberOf).join(' ')}]`)
  if (withdrawn.length > 0) lines.push(withdrawn.map((id) => `-${numberOf(id)}`).join(' '))
  for (const { ballot, count } of ballots) {
    const tiers = tiersOf(ballot).map((tier) => tier.filter(isKnown).map(numberOf).join('='))
    lines.push([`${count}`, ...tiers.filter((tier) => tier !== ''), '0'].join(' '))
  }
  lines.push('0', ...options.map(({ name }) => quoted(name)), quoted(title), '')
  return lines.join('\n')
}
