import { marked } from '@isegoria/election'
import type { Election, OptionId } from '@isegoria/election'
import { add, compare, divide, multiply, ratio, subtract, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'

/** Voter by voter: who pays what when these are bought in turn, each supporter paying one price or all that is left. */
export const paymentsOf = (
  { options, profile }: Election,
  bought: ReadonlyArray<OptionId>,
  endowment: Ratio,
): ReadonlyArray<ReadonlyMap<string, Ratio>> => {
  const voters = profile.ballots.flatMap(({ ballot, weight }) =>
    Array.from({ length: weight }, (_, number) => ({ name: `${JSON.stringify(ballot)} ${number}`, supports: marked(ballot) })),
  )
  const purses = new Map(voters.map(({ name }) => [name, endowment]))
  const left = (name: string): Ratio => purses.get(name) ?? zero
  return bought.map((id) => {
    let due = ratio(options.find((option) => option.id === id)?.cost ?? 0n)
    const poorestFirst = voters.filter(({ supports }) => supports.includes(id)).toSorted((one, other) => compare(left(one.name), left(other.name)))
    const paid = new Map<string, Ratio>()
    for (const [place, { name }] of poorestFirst.entries()) {
      const even = divide(due, ratio(BigInt(poorestFirst.length - place)))
      const pays = compare(left(name), even) < 0 ? left(name) : even
      due = subtract(due, pays)
      paid.set(name, pays)
      purses.set(name, subtract(left(name), pays))
    }
    return paid
  })
}

export const totalOf = (amounts: Iterable<Ratio>): Ratio => [...amounts].reduce(add, zero)

export const times = (amount: Ratio, voters: number): Ratio => multiply(amount, ratio(BigInt(voters)))
