import type { Election } from '@isegoria/election'
import { seededPrng } from '@isegoria/kernel'
import type { Prng } from '@isegoria/kernel'
import { textOfElection } from './text-of-election.ts'

/** Numbers that follow from an election and the name of their use alone. */
export const drawFrom = (use: string, election: Election): Prng => seededPrng(`${use}\n${textOfElection(election)}`)

/** The list in an order that `draw` decides. */
export const shuffled = <A>(list: ReadonlyArray<A>, draw: Prng): ReadonlyArray<A> => {
  const order = [...list]
  for (let place = order.length - 1; place > 0; place--) order.push(...order.splice(draw.below(place + 1), 1))
  return order
}

/** More cases than this are not looked at in one election. */
export const mostCases = 48

/** All of `cases`, or where they are very many a sample of them in their order. */
export const someOf = <A>(use: string, election: Election, cases: ReadonlyArray<A>): ReadonlyArray<A> => {
  if (cases.length <= mostCases) return cases
  const places = shuffled([...cases.keys()], drawFrom(use, election)).slice(0, mostCases)
  const taken = new Set(places)
  return cases.filter((_, place) => taken.has(place))
}

/** The first answer that is one. */
export const firstOf = <A, B>(cases: Iterable<A>, answer: (one: A) => B | undefined): B | undefined => {
  for (const one of cases) {
    const found = answer(one)
    if (found !== undefined) return found
  }
  return undefined
}
