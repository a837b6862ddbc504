import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Node } from 'yaml'
import type { Either } from '@isegoria/kernel'
import { Fault, quoted } from '../fault.ts'
import { textOf } from '../text-of.ts'
import { assertShallow } from './assert-shallow.ts'
import type { BallotFile, BallotFileRejection, CountedBallot } from './ballot-file.ts'
import { optionsOf } from './options-of.ts'
import { refusable } from './refusable.ts'

/** The line on which a node of the document begins; 0 where it has no place of its own. */
type LineOf = (node: unknown) => number

const isNode = (value: unknown): value is Node => isMap(value) || isSeq(value) || isScalar(value)
const told = (node: unknown): string => quoted(String(isScalar(node) ? node.value : node))

const itemsOf = (node: unknown, field: string, lineOf: LineOf): ReadonlyArray<unknown> => {
  if (isSeq(node)) return node.items
  // A set such as `{0, 3}` is a mapping of keys without values.
  if (isMap(node)) return node.items.map(({ key }) => key)
  throw new Fault(lineOf(node), field, 'is no list')
}

const wholeNumberOf = (
  node: unknown,
  { field, most, lineOf }: { readonly field: string; readonly most: number; readonly lineOf: LineOf },
): number => {
  const value = isScalar(node) ? node.value : undefined
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most) return value
  throw new Fault(lineOf(node), field, `${told(node)} is no whole number from 0 to ${most}`)
}

/** A weight as a whole number of units, of which `10^decimals` are one voter. */
const weightOf = (node: unknown, lineOf: LineOf): { readonly digits: string; readonly decimals: number } => {
  const text = isScalar(node) && typeof node.value === 'number' ? `${node.value}` : ''
  const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (Number(text) > 0) return { digits: `${whole}${fraction}`, decimals: fraction.length }
  throw new Fault(lineOf(node), 'voter_weights', `${told(node)} is no weight`)
}

const countsOf = (node: unknown, voters: number, lineOf: LineOf): { readonly counts: ReadonlyArray<number>; readonly decimals: number } => {
  if (node === undefined) return { counts: Array.from({ length: voters }, () => 1), decimals: 0 }
  const items = itemsOf(node, 'voter_weights', lineOf)
  if (items.length !== voters) throw new Fault(lineOf(node), 'voter_weights', `${items.length} weights for ${voters} voters`)
  const weights = items.map((item) => weightOf(item, lineOf))
  const decimals = weights.reduce((most, weight) => Math.max(most, weight.decimals), 0)
  const counts = weights.map((weight) => Number(weight.digits.padEnd(weight.digits.length + decimals - weight.decimals, '0')))
  if (!Number.isSafeInteger(counts.reduce((sum, count) => sum + count, 0))) throw new Fault(lineOf(node), 'voter_weights', 'the sum is too large')
  return { counts, decimals }
}

const namesOf = (node: unknown, lineOf: LineOf): ReadonlyArray<string> =>
  node === undefined ? [] : itemsOf(node, 'cand_names', lineOf).map((item) => String(isScalar(item) ? item.value : ''))

/** More candidates than this are a mistyped number, not an election. */
const mostCandidates = 1_000_000

const read = (text: string): BallotFile => {
  assertShallow(text)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error !== undefined) throw new Fault(lines.linePos(error.pos[0]).line, 'yaml', error.message)
  const root: unknown = document.contents
  if (!isMap(root)) throw new Fault(0, 'yaml', 'is no mapping')
  const lineOf: LineOf = (node) => (isNode(node) && node.range ? lines.linePos(node.range[0]).line : 0)
  const valueOf = (key: string): unknown => root.get(key, true) ?? undefined
  const profile = valueOf('profile')
  if (profile === undefined) throw new Fault(0, 'profile', 'the key is missing')
  const voters = itemsOf(profile, 'profile', lineOf)
  const given = valueOf('num_cand')
  const most = given === undefined ? mostCandidates : wholeNumberOf(given, { field: 'num_cand', most: mostCandidates, lineOf })
  const candidateOf = (item: unknown): number => wholeNumberOf(item, { field: 'profile', most: most - 1, lineOf })
  const approvals = voters.map((voter) => itemsOf(voter, 'profile', lineOf).map(candidateOf))
  const size = given === undefined ? approvals.reduce((past, own) => own.reduce((above, one) => Math.max(above, one + 1), past), 0) : most
  const names = namesOf(valueOf('cand_names'), lineOf)
  const options = optionsOf(Array.from({ length: size }, (_, number) => ({ number, name: names[number] ?? '' })))
  const { counts, decimals } = countsOf(valueOf('voter_weights'), voters.length, lineOf)
  const notes = approvals.flatMap((own, voter) =>
    new Set(own).size === own.length ? [] : [{ line: lineOf(voters[voter]), note: 'a candidate is named more than once; it counts once' }],
  )
  if (decimals > 0)
    notes.push({ line: lineOf(valueOf('voter_weights')), note: `one voter is 1${'0'.repeat(decimals)}: the weights have ${decimals} decimals` })
  const ballots = approvals.map((own, voter): CountedBallot => {
    const approved = [...new Set(own)].map((number) => options[number]?.id ?? '')
    return { ballot: { type: 'approval', approved }, count: counts[voter] ?? 1 }
  })
  const seats = valueOf('committeesize')
  const description = valueOf('description')
  return {
    title: isScalar(description) ? String(description.value) : 'Approval profile',
    options,
    ballots,
    ...(seats === undefined ? {} : { seats: wholeNumberOf(seats, { field: 'committeesize', most: size, lineOf }) }),
    withdrawn: [],
    notes,
  }
}

/**
 * Reads an approval profile of abcvoting (`.abc.yaml`): candidates by number, one list or set for each voter, in the order
 * of the file; a voter who approves nobody is a voter. Entries `compute` are left to whoever wants to compare results.
 *
 * Weights with decimals become whole numbers by one common factor, which a note names. A candidate whom a list names twice
 * counts once, which a note says. Errors: the first fault with its line, also lists that are nested too deeply to be read.
 * Cost: linear in the file.
 * Source: https://abcvoting.readthedocs.io
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const file = readAbcvoting(new TextEncoder().encode('profile: [[0, 1], [], {1}]\nnum_cand: 3\ncommitteesize: 2'), 'small.abc.yaml')
 * E.isRight(file) && file.right.ballots.length // => 3
 */
export const readAbcvoting = (bytes: Uint8Array, file: string): Either<BallotFileRejection, BallotFile> => refusable(file, () => read(textOf(bytes)))
