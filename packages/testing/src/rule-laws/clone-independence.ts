import { marked } from '@isegoria/election'
import type { Ballot, Election, OptionId, WeightedBallot } from '@isegoria/election'
import type { Prng } from '@isegoria/kernel'
import { chosenBy, lawOfWinners, named, win } from './law.ts'
import type { Judge, Law } from './law.ts'
import { drawFrom, firstOf, shuffled, someOf } from './some-of.ts'
import { replaced, withBallots, withOptionsReplaced } from './with-ballots.ts'

/** An option and its clones in the order in which they stand on a ballot; level, where the ballot can say so. */
interface Order {
  readonly ids: ReadonlyArray<OptionId>
  readonly isLevel: boolean
}

/** Voters of one ballot, and how they order an option and its clones. */
type Cast = WeightedBallot & { readonly order: Order }

const freshName = (taken: ReadonlyArray<OptionId>, option: OptionId): OptionId => {
  let name = `${option}'`
  while (taken.includes(name)) name = `${name}'`
  return name
}

/** The ballot with clones beside their option. A tier that holds others too takes all of them in. */
const withClones = (ballot: Ballot, option: OptionId, { ids, isLevel }: Order): Ballot => {
  const isAlone = ballot.type === 'weak-order' && ballot.tiers.some((tier) => tier.length === 1 && tier[0] === option)
  if (ballot.type === 'weak-order' && isAlone && !isLevel)
    return { ...ballot, tiers: ballot.tiers.flatMap((tier) => (tier[0] === option ? ids.map((id) => [id]) : [tier])) }
  return replaced(ballot, (id) => (id === option ? ids : [id]))
}

/** Whether a ballot can say that clones stand beside the option. */
const canClone = (ballot: Ballot, option: OptionId): boolean =>
  (ballot.type !== 'choose-one' && ballot.type !== 'cumulative') || !marked(ballot).includes(option)

const rotated = (ids: ReadonlyArray<OptionId>, by: number): Order => ({ ids: [...ids.slice(by), ...ids.slice(0, by)], isLevel: false })

/** A third of the voters of each ballot, as nearly as may be, for each rotation: the clones beat one another in a circle. */
const inCircle = (ballots: ReadonlyArray<WeightedBallot>, ids: ReadonlyArray<OptionId>): ReadonlyArray<Cast> =>
  ballots.flatMap(({ ballot, weight }) =>
    ids.map((_, by) => ({ ballot, order: rotated(ids, by), weight: Math.floor((weight + ids.length - 1 - by) / ids.length) })),
  )

/** Some voters of each ballot order the clones in one way, some in another, some leave them level. */
const mixed = (ballots: ReadonlyArray<WeightedBallot>, ids: ReadonlyArray<OptionId>, draw: Prng): ReadonlyArray<Cast> =>
  ballots.flatMap(({ ballot, weight }) => {
    const some = draw.below(weight + 1)
    const level = draw.below(3) === 0 ? weight - some : draw.below(weight - some + 1)
    return [
      { ballot, weight: some, order: { ids: shuffled(ids, draw), isLevel: false } },
      { ballot, weight: weight - some - level, order: { ids: shuffled(ids, draw), isLevel: false } },
      { ballot, weight: level, order: { ids, isLevel: true } },
    ]
  })

interface Case {
  readonly option: OptionId
  readonly ids: ReadonlyArray<OptionId>
  readonly casts: ReadonlyArray<Cast>
}

const casesOf = ({ options, profile: { ballots } }: Election, draw: Prng): ReadonlyArray<Case> => {
  const taken = options.map(({ id }) => id)
  return taken
    .filter((option) => ballots.every(({ ballot }) => canClone(ballot, option)))
    .flatMap((option) => {
      const clone = freshName(taken, option)
      const [pair, three] = [
        [option, clone],
        [option, clone, freshName([...taken, clone], option)],
      ] as const
      const all = (ids: ReadonlyArray<OptionId>): ReadonlyArray<Cast> => ballots.map((cast) => ({ ...cast, order: { ids, isLevel: false } }))
      const ofPair = [all(pair), all(pair.toReversed()), mixed(ballots, pair, draw), mixed(ballots, pair, draw)]
      const ofThree = [inCircle(ballots, three), mixed(ballots, three, draw)]
      return [...ofPair.map((casts) => ({ option, ids: pair, casts })), ...ofThree.map((casts) => ({ option, ids: three, casts }))]
    })
}

const judge: Judge = (count, election, outcome) => {
  if (outcome.ties.length > 0) return undefined
  const cases = someOf('clones', election, casesOf(election, drawFrom('clones', election)))
  return firstOf(cases, ({ option, ids, casts }) => {
    const cast = casts.map(({ ballot, weight, order }) => ({ ballot: withClones(ballot, option, order), weight }))
    const other = withBallots(
      withOptionsReplaced(election, (id) => (id === option ? ids : [id])),
      cast,
    )
    const after = count(other)
    if (after === undefined || after.ties.length > 0) return undefined
    const [before, now] = [new Set(chosenBy(outcome)), new Set(chosenBy(after).map((id) => (ids.includes(id) ? option : id)))]
    if (before.size === now.size && [...before].every((id) => now.has(id))) return undefined
    const story = `${win(chosenBy(outcome))}, but with ${named(ids.slice(1))} always beside ${option} ${win(chosenBy(after))}`
    return { story, elections: [election, other], outcomes: [outcome, after] }
  })
}

/**
 * Options that stand beside another on every ballot change neither whether one of them wins nor who else does: one that
 * joins, or two.
 *
 * Outcomes that record ties are not judged: what settles them may be where an option stands in a list. Ballots that choose
 * one option, or share out points, cannot say that two stand side by side.
 * Source: Tideman, "Independence of clones as a criterion for voting rules", 1987, https://doi.org/10.1007/BF00433944
 */
export const cloneIndependence: Law = lawOfWinners('clone-independence', judge)
