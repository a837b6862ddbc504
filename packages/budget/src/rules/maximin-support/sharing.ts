import type { Support } from '../../support/support.ts'
import type { Bearers } from './heaviest.ts'

/** Who supports which of the funded projects, in groups that split as more are funded. */
export interface Sharing {
  /** The bearers of what is funded and one project more, which stands last. */
  readonly bearersWith: (project: number) => ReadonlyArray<Bearers>
  readonly fund: (project: number) => void
  /** The bearers of what is funded. */
  readonly bearers: () => ReadonlyArray<Bearers>
}

/** Cost: `bearersWith` and `fund` go through the project's supporters and the groups. */
export const sharingOf = ({ groups, weights, starts, supporters }: Support): Sharing => {
  const classOf = new Int32Array(groups)
  const places: Array<ReadonlyArray<number>> = [[]]
  const voters = [weights.reduce((sum, weight) => sum + weight, 0)]
  let funded = 0

  /** Of each class, the voters who support the project too. */
  const joining = (project: number): ReadonlyMap<number, number> => {
    const numbers = new Map<number, number>()
    for (let place = starts[project] ?? 0; place < (starts[project + 1] ?? 0); place++) {
      const group = supporters[place] ?? 0
      const known = classOf[group] ?? 0
      numbers.set(known, (numbers.get(known) ?? 0) + (weights[group] ?? 0))
    }
    return numbers
  }

  return {
    bearersWith: (project) => {
      const numbers = joining(project)
      const bearers: Array<Bearers> = []
      for (const [index, own] of places.entries()) {
        const number = numbers.get(index) ?? 0
        const rest = (voters[index] ?? 0) - number
        if (number > 0) bearers.push({ places: [...own, funded], voters: number })
        if (rest > 0 && own.length > 0) bearers.push({ places: own, voters: rest })
      }
      return bearers
    },
    fund: (project) => {
      const splits = new Map<number, number>()
      for (const [index, number] of joining(project)) {
        splits.set(index, places.push([...(places[index] ?? []), funded]) - 1)
        voters.push(number)
        voters[index] = (voters[index] ?? 0) - number
      }
      for (let place = starts[project] ?? 0; place < (starts[project + 1] ?? 0); place++) {
        const group = supporters[place] ?? 0
        classOf[group] = splits.get(classOf[group] ?? 0) ?? 0
      }
      funded++
    },
    bearers: () => places.flatMap((own, index) => (own.length > 0 && (voters[index] ?? 0) > 0 ? [{ places: own, voters: voters[index] ?? 0 }] : [])),
  }
}
