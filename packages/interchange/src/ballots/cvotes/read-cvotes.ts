import type { Either } from '@isegoria/kernel'
import { Fault, quoted } from '../../fault.ts'
import { linesOf } from '../../lines.ts'
import { textOf } from '../../text-of.ts'
import type { BallotFile, BallotFileRejection } from '../ballot-file.ts'
import { orderOver } from '../order.ts'
import { rankedBallots } from '../ranked-ballots.ts'
import { refusable } from '../refusable.ts'
import { voterCount } from '../voter-count.ts'
import { readParameter, reserved } from './cvotes-parameters.ts'
import type { CvotesParameters } from './cvotes-parameters.ts'
import { voteLineOf } from './vote-line.ts'

const [equal, greater] = [61, 62]

const isEmptyRanking = (ranking: string): boolean => ranking === '/EMPTY_RANKING/' || ranking === '/EMPTY/'

const read = (input: string | Uint8Array): BallotFile => {
  const { next, line } = linesOf(textOf(input))
  const parameters: CvotesParameters = {}
  const names: Array<string> = []
  const places = new Map<string, number>()
  const order = orderOver(names)
  const ballots = rankedBallots()
  const notes: Array<{ readonly line: number; readonly note: string }> = []
  const voters = voterCount()

  const addName = (name: string): number => {
    places.set(name, names.length)
    return names.push(name) - 1
  }
  /** The place of a name; nothing where it is none of the candidates that the file lists. */
  const placeOf = (name: string): number | undefined => {
    const known = places.get(name)
    if (known !== undefined) return known
    if (name === '') throw new Fault(line(), 'ranking', 'a rank is empty')
    if (isEmptyRanking(name)) throw new Fault(line(), 'ranking', `${name} stands for a whole ranking and cannot be one rank of it`)
    if (reserved.test(name)) throw new Fault(line(), 'ranking', `the name ${quoted(name)} holds one of > < = ; , # / * ^ ||`)
    return parameters.candidates === undefined ? addName(name) : undefined
  }
  const addToRanking = (name: string): void => {
    const place = placeOf(name)
    if (place === undefined) notes.push({ line: line(), note: `${quoted(name)} is no candidate of this election; it is passed over` })
    else if (!order.add(place)) throw new Fault(line(), 'ranking', `${quoted(name)} stands twice`)
  }
  const readRanking = (ranking: string): void => {
    order.start()
    if (isEmptyRanking(ranking)) return
    let start = 0
    for (let at = 0; at <= ranking.length; at++) {
      const code = at === ranking.length ? greater : ranking.charCodeAt(at)
      if (code !== greater && code !== equal) continue
      addToRanking(ranking.slice(start, at).trim())
      if (code === greater) order.endTier()
      start = at + 1
    }
  }
  const readVotes = (text: string): void => {
    const { ranking, weight = 1, quantity } = voteLineOf(text, line())
    const isWeighed = weight === 1 || parameters.isWeightAllowed === true
    if (!isWeighed) notes.push({ line: line(), note: `the weight ${weight} counts as 1: the file does not allow weights` })
    const count = isWeighed ? weight * quantity : quantity
    voters.add(count, line())
    readRanking(ranking)
    ballots.add(order, count)
  }

  let hasVotes = false
  for (let content = next(); content !== undefined; content = next()) {
    if (content.startsWith('#/')) {
      if (hasVotes) throw new Fault(line(), 'parameter', 'a parameter stands after the first vote')
      const note = readParameter(content, line(), parameters)
      if (note !== undefined) notes.push({ line: line(), note })
      continue
    }
    const comment = content.indexOf('#')
    const text = (comment === -1 ? content : content.slice(0, comment)).trim()
    if (text === '') continue
    if (!hasVotes) parameters.candidates?.forEach(addName)
    hasVotes = true
    readVotes(text)
  }
  if (line() === 0) throw new Fault(0, 'line', 'the file is empty')
  if (!hasVotes) parameters.candidates?.forEach(addName)
  if (names.length === 0) throw new Fault(0, 'Candidates', 'the file names no candidate')
  return {
    title: parameters.title ?? '',
    options: names.map((name) => ({ id: name, name })),
    ballots: ballots.all(),
    ...(parameters.seats === undefined ? {} : { seats: parameters.seats }),
    unranked: (parameters.isRankingImplicit ?? true) ? 'last' : 'ignored',
    withdrawn: [],
    notes,
  }
}

/**
 * Reads a file in the Condorcet Election Format (.cvotes), wholly or not at all.
 *
 * Ballots are rankings without ties where no line of the file has a tie, else all are weak orders. Candidates are those
 * of the header, else those of the ballots in order of appearance. Lacking candidates stand last unless the file says
 * otherwise. A weight and a quantity are multiplied. Tags are dropped.
 * Tolerated with a note, as the format asks: a name that is no candidate, a weight that is not allowed, a parameter that
 * is not known. Errors: the first fault with line and field. Cost: linear in the file.
 * Source: https://github.com/CondorcetVote/CondorcetElectionFormat
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const read = readCvotes('#/Candidates: Ann ; Bob\nAnn > Bob * 42\nBob', 'board.cvotes')
 * E.isRight(read) && read.right.ballots.map(({ count }) => count) // => [42, 1]
 */
export const readCvotes = (input: string | Uint8Array, file: string): Either<BallotFileRejection, BallotFile> => refusable(file, () => read(input))
