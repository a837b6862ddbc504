import { add, compare, divide, multiply, ratio, subtract, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { leastSupport, whole } from './optimal.oracle.ts'
import type { SmallElection } from './small-committees.fixture.ts'

type Committee = ReadonlyArray<string>

/** What each voter holds, by their place, and what a rule decides by it. */
interface Step {
  readonly figureOf: (option: string, members: Committee, held: ReadonlyArray<Ratio>) => Ratio | undefined
  readonly after: (option: string, held: ReadonlyArray<Ratio>, figure: Ratio) => ReadonlyArray<Ratio>
}

const sum = (values: ReadonlyArray<Ratio>): Ratio => values.reduce(add, zero)

/** Every committee that electing an option of greatest figure again and again can end with; without a figure it ends early. */
const electAll = (
  { options, seats }: SmallElection,
  step: Step,
  start: { readonly members: Committee; readonly held: ReadonlyArray<Ratio> },
  early: (members: Committee, held: ReadonlyArray<Ratio>) => ReadonlyArray<Committee> = (members) => [members],
): ReadonlyArray<Committee> => {
  const from = (members: Committee, held: ReadonlyArray<Ratio>): ReadonlyArray<Committee> => {
    if (members.length === seats) return [members]
    const figured = options.flatMap((option) => {
      const figure = members.includes(option) ? undefined : step.figureOf(option, members, held)
      return figure === undefined ? [] : [{ option, figure }]
    })
    const [first] = figured
    if (first === undefined) return early(members, held)
    const most = figured.reduce((best, { figure }) => (compare(figure, best) > 0 ? figure : best), first.figure)
    return figured
      .filter(({ figure }) => compare(figure, most) === 0)
      .flatMap(({ option, figure }) => from([...members, option], step.after(option, held, figure)))
  }
  return from(start.members, start.held)
}

const nothing = ({ voters }: SmallElection): { readonly members: Committee; readonly held: ReadonlyArray<Ratio> } => ({
  members: [],
  held: voters.map(() => zero),
})

export const sequentialThiele = (small: SmallElection, weightOf: (nth: number) => Ratio): ReadonlyArray<Committee> =>
  electAll(
    small,
    {
      figureOf: (option, members) =>
        sum(
          small.voters
            .filter((approved) => approved.includes(option))
            .map((approved) => weightOf(1 + approved.filter((id) => members.includes(id)).length)),
        ),
      after: (_, held) => held,
    },
    nothing(small),
  )

export const reverseThiele = ({ options, voters, seats }: SmallElection, weightOf: (nth: number) => Ratio): ReadonlyArray<Committee> => {
  const lossOf = (option: string, members: Committee): Ratio =>
    sum(voters.filter((approved) => approved.includes(option)).map((approved) => weightOf(approved.filter((id) => members.includes(id)).length)))
  const from = (members: Committee): ReadonlyArray<Committee> => {
    if (members.length === seats) return [members]
    const losses = members.map((option) => lossOf(option, members))
    const least = losses.reduce((low, loss) => (compare(loss, low) < 0 ? loss : low))
    return members.filter((_, place) => compare(losses[place] ?? zero, least) === 0).flatMap((option) => from(members.filter((id) => id !== option)))
  }
  return from(options)
}

/** Loads from `held` on; the figure is the highest load of the supporters, with its sign turned. */
const phragmenStep = ({ voters, seats }: SmallElection): Step => {
  const isSupporter = (option: string, voter: number): boolean => voters[voter]?.includes(option) ?? false
  return {
    figureOf: (option, _, held) => {
      const own = held.filter((_load, voter) => isSupporter(option, voter))
      return own.length === 0 ? whole(-1000 - seats) : divide(subtract(zero, add(whole(1), sum(own))), whole(own.length))
    },
    after: (option, held, figure) => held.map((load, voter) => (isSupporter(option, voter) ? subtract(zero, figure) : load)),
  }
}

export const sequentialPhragmen = (small: SmallElection): ReadonlyArray<Committee> => electAll(small, phragmenStep(small), nothing(small))

/** The payment at which the supporters together pay 1: the least of those that leave somebody with exactly nothing or all equal. */
const paymentOf = (money: ReadonlyArray<Ratio>): Ratio | undefined => {
  const paid = (each: Ratio): Ratio => sum(money.map((own) => (compare(own, each) < 0 ? own : each)))
  const candidates = money.flatMap((_, poor) => {
    const sorted = money.toSorted(compare)
    return [divide(subtract(whole(1), sum(sorted.slice(0, poor))), whole(money.length - poor))]
  })
  return candidates.filter((each) => compare(each, zero) >= 0 && compare(paid(each), whole(1)) === 0).toSorted(compare)[0]
}

export const equalShares = (small: SmallElection, completion: 'none' | 'phragmen' | 'av'): ReadonlyArray<Committee> => {
  const { voters, seats } = small
  const share = voters.length === 0 ? zero : ratio(BigInt(seats), BigInt(voters.length))
  const buying: Step = {
    figureOf: (option, _, held) => {
      const payment = paymentOf(held.filter((_money, voter) => voters[voter]?.includes(option) ?? false))
      return payment === undefined ? undefined : subtract(zero, payment)
    },
    after: (option, held, figure) =>
      held.map((money, voter) => {
        if (voters[voter]?.includes(option) !== true) return money
        const left = add(money, figure)
        return compare(left, zero) > 0 ? left : zero
      }),
  }
  const byVotes: Step = {
    figureOf: (option) => whole(voters.filter((approved) => approved.includes(option)).length),
    after: (_, held) => held,
  }
  return electAll(small, buying, { members: [], held: voters.map(() => share) }, (members, held) => {
    if (completion === 'none') return [members]
    if (completion === 'av') return electAll(small, byVotes, { members, held })
    return electAll(small, phragmenStep(small), { members, held: held.map((money) => subtract(zero, money)) })
  })
}

export const enestroem = (small: SmallElection): ReadonlyArray<Committee> => {
  const { voters, seats } = small
  const quota = seats === 0 ? zero : ratio(BigInt(voters.length), BigInt(seats))
  const support = (option: string, held: ReadonlyArray<Ratio>): Ratio => sum(held.filter((_, voter) => voters[voter]?.includes(option) ?? false))
  const step: Step = {
    figureOf: (option, _, held) => support(option, held),
    after: (option, held, figure) => {
      const left = compare(figure, quota) > 0 ? divide(subtract(figure, quota), figure) : zero
      return held.map((own, voter) => (voters[voter]?.includes(option) === true ? multiply(own, left) : own))
    },
  }
  return electAll(small, step, { members: [], held: voters.map(() => whole(1)) })
}

export const consensusBySteps = (small: SmallElection): ReadonlyArray<Committee> => {
  const { voters } = small
  // What a voter holds here is before the 1 that each round begins with.
  const pays = (option: string, held: ReadonlyArray<Ratio>, voter: number): boolean =>
    (voters[voter]?.includes(option) ?? false) && compare(add(held[voter] ?? zero, whole(1)), zero) > 0
  const step: Step = {
    figureOf: (option, _, held) => sum(held.map((own, voter) => (pays(option, held, voter) ? add(own, whole(1)) : zero))),
    after: (option, held) => {
      const payers = held.filter((_, voter) => pays(option, held, voter)).length
      return held.map((own, voter) => {
        const more = add(own, whole(1))
        return pays(option, held, voter) ? subtract(more, ratio(BigInt(voters.length), BigInt(payers))) : more
      })
    },
  }
  return electAll(small, step, nothing(small))
}

export const maximinBySteps = (small: SmallElection): ReadonlyArray<Committee> =>
  electAll(small, { figureOf: (option, members) => leastSupport([...members, option], small.voters), after: (_, held) => held }, nothing(small))
