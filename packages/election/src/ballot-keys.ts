import type { Ballot } from './ballot.ts'
import { idsInOrder, pointsInOrder } from './normal-form.ts'

/**
 * Gives one key to all ballots of one normal form, and to no others. Options are numbered as they come, so that a key is
 * short and a ballot that was met before needs neither a copy nor a text.
 */
export const ballotKeys = (): ((ballot: Ballot) => string) => {
  const numbers = new Map<string, string>()
  const numberOf = (id: string): string => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    const number = `${numbers.size}.`
    numbers.set(id, number)
    return number
  }
  const keyOfIds = (type: string, ids: ReadonlyArray<string>): string => {
    let key = type
    for (const id of ids) key += numberOf(id)
    return key
  }
  const keyOfPoints = (type: string, points: ReadonlyArray<[string, number]>): string => {
    let key = type
    for (const [id, value] of pointsInOrder(points)) key += `${numberOf(id)}${value},`
    return key
  }
  return (ballot) => {
    switch (ballot.type) {
      case 'approval':
        return keyOfIds('a', idsInOrder(ballot.approved))
      case 'choose-one':
        return keyOfIds('c', ballot.choice === null ? [] : [ballot.choice])
      case 'cumulative':
        return keyOfPoints('p', ballot.points)
      case 'ordinal':
        return keyOfIds('o', ballot.ranking)
      case 'score':
        return keyOfPoints('s', ballot.scores)
    }
  }
}
