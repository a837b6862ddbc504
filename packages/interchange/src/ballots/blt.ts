import type { Ballot } from '@isegoria/election'
import type { Either } from '@isegoria/kernel'
import { Fault, quoted } from '../fault.ts'
import { textOf } from '../text-of.ts'
import type { BallotFile, BallotFileRejection, CountedBallot } from './ballot-file.ts'
import { bltTokens } from './blt-tokens.ts'
import type { BltToken } from './blt-tokens.ts'
import { optionsOf } from './options-of.ts'
import { refusable } from './refusable.ts'
import { countOf, voterCount } from './voter-count.ts'

type Note = BallotFile['notes'][number]

/** Candidates by place from 0; tiers from best to worst. */
interface Paper {
  readonly tiers: ReadonlyArray<ReadonlyArray<number>>
  readonly count: number
}

/** Reads the tokens of a file from front to back. */
const bltReader = (text: string) => {
  const tokens = bltTokens(text)
  let next = tokens.next()
  let line = 0
  let candidates = 0
  let nicknames: ReadonlyMap<string, number> = new Map()
  const withdrawn = new Set<number>()
  const notes: Array<Note> = []
  let tieOrder: ReadonlyArray<number> | undefined

  const peek = (): BltToken | undefined => (next.done === true ? undefined : next.value)
  const take = (expected: string): BltToken => {
    if (next.done === true) throw new Fault(line, expected, 'the file ends where this was expected: it is truncated')
    const token = next.value
    line = token.line
    next = tokens.next()
    return token
  }
  const word = (expected: string): BltToken => {
    const token = take(expected)
    if (token.kind !== 'word') throw new Fault(token.line, expected, `${quoted(token.text)} stands where this was expected`)
    return token
  }
  const candidate = (name: string, at: number, field: string): number => {
    const known = nicknames.get(name)
    if (known !== undefined) return known
    const number = /^\d+$/.test(name) ? Number(name) : 0
    if (number < 1 || number > candidates) throw new Fault(at, field, `${quoted(name)} is no candidate`)
    return number - 1
  }
  const distinct = (names: ReadonlyArray<string>, at: number, field: string): ReadonlyArray<number> => {
    const found = names.map((name) => candidate(name, at, field))
    const repeated = found.findIndex((one, place) => found.indexOf(one) !== place)
    if (repeated !== -1) throw new Fault(at, field, `candidate ${quoted(names[repeated] ?? '')} is named twice`)
    return found
  }
  const nicknamesOf = (names: ReadonlyArray<string>, at: number): ReadonlyMap<string, number> => {
    if (names.length !== candidates) throw new Fault(at, 'nick', `${names.length} nicknames for ${candidates} candidates`)
    const wrong = names.find((name, place) => /^\d+$/.test(name) || /[=()]|^-/.test(name) || names.indexOf(name) !== place)
    if (wrong !== undefined) throw new Fault(at, 'nick', `${quoted(wrong)} stands twice or cannot be told from what else a ballot holds`)
    return new Map(names.map((name, place) => [name, place]))
  }
  const option = ({ text: content, line: at }: BltToken): void => {
    const [name = '', ...values] = content.split(/\s+/)
    switch (name) {
      case 'nick':
        nicknames = nicknamesOf(values, at)
        return
      case 'tie':
        tieOrder = distinct(values, at, 'tie')
        if (tieOrder.length !== candidates) throw new Fault(at, 'tie', `${tieOrder.length} candidates in an order of ${candidates}`)
        return
      case 'withdrawn':
        for (const one of distinct(values, at, 'withdrawn')) withdrawn.add(one)
        return
      case 'droop':
        notes.push({ line: at, note: `[${content.slice(0, 80)}] asks for a way of counting; it is left to the rule` })
        return
      default:
        throw new Fault(at, 'option', `${quoted(name)} is none of nick, tie, withdrawn, droop`)
    }
  }
  /** Options and withdrawn candidates stand before the ballots, in any order. */
  const readPreamble = (): void => {
    for (let token = peek(); token !== undefined; token = peek()) {
      if (token.kind === 'option') option(take('option'))
      else if (token.kind === 'word' && token.text.startsWith('-')) withdrawn.add(candidate(take('withdrawn').text.slice(1), token.line, 'withdrawn'))
      else return
    }
  }
  const readTiers = (): Paper['tiers'] => {
    const tiers: Array<ReadonlyArray<number>> = []
    const seen = new Set<number>()
    for (let token = word('ballot'); token.text !== '0'; token = word('ballot')) {
      const tier = token.text.split('=').map((name) => candidate(name, line, 'ballot'))
      for (const one of tier) {
        if (seen.has(one)) throw new Fault(line, 'ballot', `candidate ${one + 1} is ranked twice on one ballot`)
        seen.add(one)
      }
      const standing = tier.filter((one) => !withdrawn.has(one))
      if (standing.length > 0) tiers.push(standing)
    }
    return tiers
  }
  const readPapers = (): ReadonlyArray<Paper> => {
    const papers: Array<Paper> = []
    const voters = voterCount()
    for (let first = word('ballots'); first.text !== '0'; first = word('ballots')) {
      const count = /^\(.*\)$/.test(first.text) ? 1 : countOf(first.text, first.line, 'weight')
      voters.add(count, first.line)
      papers.push({ tiers: readTiers(), count })
    }
    return papers
  }
  const textInQuotes = (expected: string): string => {
    const token = take(expected)
    if (token.kind !== 'text') throw new Fault(token.line, expected, `${quoted(token.text)} stands where this was expected, in quotes`)
    return token.text
  }
  const readEnd = (): void => {
    for (let token = peek(); token !== undefined; token = peek()) {
      if (token.kind !== 'text') throw new Fault(token.line, 'title', `${quoted(token.text)} stands behind the title`)
      notes.push({ line: token.line, note: 'a text behind the title is left out' })
      take('title')
    }
  }
  return {
    read: () => {
      if (peek() === undefined) throw new Fault(0, 'candidates', 'the file is empty')
      candidates = countOf(word('candidates').text, line, 'candidates')
      const seats = countOf(word('seats').text, line, 'seats')
      if (candidates > text.length) throw new Fault(line, 'candidates', `${candidates} candidates in a file of ${text.length} characters`)
      readPreamble()
      const papers = readPapers()
      const names = Array.from({ length: candidates }, (_, place) => textInQuotes(`name of candidate ${place + 1}`))
      const title = textInQuotes('title')
      readEnd()
      return { seats, withdrawn, papers, names, title, notes, tieOrder }
    },
  }
}

const ballotOf = (tiers: ReadonlyArray<ReadonlyArray<string>>, isWeak: boolean): Ballot =>
  isWeak ? { type: 'weak-order', tiers } : { type: 'ordinal', ranking: tiers.flat() }

const read = (bytes: Uint8Array): BallotFile => {
  const { seats, withdrawn, papers, names, title, notes, tieOrder } = bltReader(textOf(bytes)).read()
  const options = optionsOf(names.map((name, place) => ({ number: place + 1, name })))
  const idOf = (place: number): string => options[place]?.id ?? ''
  const isWeak = papers.some(({ tiers }) => tiers.some((tier) => tier.length > 1))
  const ballots = papers.map(({ tiers, count }): CountedBallot => ({
    ballot: ballotOf(
      tiers.map((tier) => tier.map(idOf)),
      isWeak,
    ),
    count,
  }))
  const order = tieOrder === undefined ? {} : { tieOrder: tieOrder.toReversed().map(idOf) }
  return { title, options, ballots, seats, withdrawn: [...withdrawn].toSorted((left, right) => left - right).map(idOf), ...order, notes }
}

/**
 * Reads a .blt file: candidates and seats, who has withdrawn, the ballots up to a `0`, the names, the title.
 *
 * Also read: comments (`#` to the end of a line, and those of C), `=` between candidates who are level, `[nick …]`,
 * `[tie …]`, `[withdrawn …]`, an id in parentheses in the place of a weight. Who has withdrawn is taken off every ballot.
 * `[tie …]` names first who is first to be excluded; `tieOrder` has that one last. If one ballot has level candidates all
 * are weak orders, else all are ordinal. Errors: the first fault with line and field, also a weight that no number of ours
 * holds. Cost: linear in the file.
 * Source: Hill, Wichmann & Woodall, "Algorithm 123: Single transferable vote by Meek's method", 1987,
 * https://doi.org/10.1093/comjnl/30.3.277
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const bytes = new TextEncoder().encode('2 1\n3 2 1 0\n1 1 0\n0\n"Ash"\n"Elm"\n"A tree"')
 * const file = readBlt(bytes, 'tree.blt')
 * E.isRight(file) && file.right.ballots[0] // => { ballot: { type: 'ordinal', ranking: ['Elm', 'Ash'] }, count: 3 }
 */
export const readBlt = (bytes: Uint8Array, file: string): Either<BallotFileRejection, BallotFile> => refusable(file, () => read(bytes))
