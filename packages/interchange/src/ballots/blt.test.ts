import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { E } from '@isegoria/kernel'
import type { BallotFile, BallotFileRejection } from './ballot-file.ts'
import { readBlt } from './blt.ts'
import { writeBlt } from './write-blt.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const fileOf = (text: string): BallotFile => {
  const file = readBlt(bytes(text), 'garden.blt')
  if (E.isLeft(file)) throw new Error(`${file.left.line}: ${file.left.field}: ${file.left.reason}`)
  return file.right
}

const refusal = (text: string): Pick<BallotFileRejection, 'line' | 'field' | 'reason'> => {
  const file = readBlt(bytes(text), 'garden.blt')
  if (E.isRight(file)) throw new Error('not refused')
  const { line, field, reason } = file.left
  return { line, field, reason }
}

const names = '"Amy"\n"Bob"\n"Chuck"\n"Title"\n'

describe('reading .blt files', () => {
  it('reads candidates, seats, who has withdrawn, ballots, names and title', () => {
    const file = fileOf(`3 2 # candidates, seats\n-2\n4 2 3 1 0\n1 0 # blank\n0 # end\n${names}`)
    expect(file).toEqual({
      title: 'Title',
      options: ['Amy', 'Bob', 'Chuck'].map((name) => ({ id: name, name })),
      ballots: [
        { ballot: { type: 'ordinal', ranking: ['Chuck', 'Amy'] }, count: 4 },
        { ballot: { type: 'ordinal', ranking: [] }, count: 1 },
      ],
      seats: 2,
      withdrawn: ['Bob'],
      notes: [],
    })
  })

  it('reads level candidates, then all ballots as weak orders', () => {
    const { ballots } = fileOf(`3 1\n2 1=3 2 0\n1 2 0\n0\n${names}`)
    expect(ballots.map(({ ballot }) => ballot)).toEqual([
      { type: 'weak-order', tiers: [['Amy', 'Chuck'], ['Bob']] },
      { type: 'weak-order', tiers: [['Bob']] },
    ])
  })

  it('reads nicknames, in ballots, ties and withdrawals, and names last who is first to be excluded', () => {
    const { ballots, withdrawn, tieOrder } = fileOf(`3 1\n[nick a b c]\n[tie c a b]\n[withdrawn b]\n2 c=b a 0\n0\n${names}`)
    expect(ballots).toEqual([{ ballot: { type: 'ordinal', ranking: ['Chuck', 'Amy'] }, count: 2 }])
    expect(withdrawn).toEqual(['Bob'])
    expect(tieOrder).toEqual(['Bob', 'Amy', 'Chuck'])
  })

  it('takes line ends as white space, comments of C and ids of ballots', () => {
    const { ballots, notes } = fileOf('2 1 /* two\ncandidates */ [droop rule=meek] (paper-7) 2\n1 0 3 1 0 0 "A" "B" "T" "Source"')
    expect(ballots).toEqual([
      { ballot: { type: 'ordinal', ranking: ['B', 'A'] }, count: 1 },
      { ballot: { type: 'ordinal', ranking: ['A'] }, count: 3 },
    ])
    expect(notes.map(({ line }) => line)).toEqual([2, 3])
  })

  it('takes numbers as ids where names are not all different, and keeps quotes within a name', () => {
    expect(fileOf('2 1\n0\n"Ann"\n"Ann"\n"T"').options.map(({ id }) => id)).toEqual(['1', '2'])
    expect(fileOf('2 1\n0\n"Ann "Nan" Ng" # quoted\n"Bo"\n"T"').options.map(({ name }) => name)).toEqual(['Ann "Nan" Ng', 'Bo'])
  })
})

describe('refusing broken .blt files', () => {
  it.each([
    ['', { line: 0, field: 'candidates', reason: 'the file is empty' }],
    ['x 1', { line: 1, field: 'candidates', reason: "'x' is no whole number" }],
    ['3 0\n0\n', { line: 1, field: 'seats', reason: "'0' is no number of at least 1" }],
    [`3 1\n1 4 0\n0\n${names}`, { line: 2, field: 'ballot', reason: "'4' is no candidate" }],
    [`3 1\n1 amy 0\n0\n${names}`, { line: 2, field: 'ballot', reason: "'amy' is no candidate" }],
    [`3 1\n1 2 1=2 0\n0\n${names}`, { line: 2, field: 'ballot', reason: 'candidate 2 is ranked twice on one ballot' }],
    [`3 1\n1 1\n2 0\n1.5 1 0\n0\n${names}`, { line: 4, field: 'weight', reason: "'1.5' is no whole number" }],
    [`3 1\n9223372036854775807 1 0\n0\n${names}`, { line: 2, field: 'weight', reason: "'9223372036854775807' is beyond 9007199254740991" }],
    ['3 1\n1 1 2 0', { line: 2, field: 'ballots', reason: 'the file ends where this was expected: it is truncated' }],
    ['3 1\n0\n"Amy"\n"Bob"', { line: 4, field: 'name of candidate 3', reason: 'the file ends where this was expected: it is truncated' }],
    ['2 1\n0\n"Amy"\nBob\n"T"', { line: 4, field: 'name of candidate 2', reason: "'Bob' stands where this was expected, in quotes" }],
    ['2 1\n0\n"Amy\n"Bob"\n"T"', { line: 3, field: 'name', reason: 'a quote is opened and never closed on its line' }],
    [`3 1\n[nick a b]\n0\n${names}`, { line: 2, field: 'nick', reason: '2 nicknames for 3 candidates' }],
    [`3 1\n[tie 1 2 2]\n0\n${names}`, { line: 2, field: 'tie', reason: "candidate '2' is named twice" }],
    [`3 1\n[order 1 2 3]\n0\n${names}`, { line: 2, field: 'option', reason: "'order' is none of nick, tie, withdrawn, droop" }],
    [`3 1\n[tie 1 2 3\n0\n${names}`, { line: 2, field: 'option', reason: "a bracket '[' without the other" }],
    [`3 1 /* open\n0\n${names}`, { line: 1, field: 'comment', reason: 'a comment is opened and never closed' }],
    [`3 1\n0\n${names}4`, { line: 7, field: 'title', reason: "'4' stands behind the title" }],
    ['900000000000 1\n0\n', { line: 1, field: 'candidates', reason: '900000000000 candidates in a file of 17 characters' }],
  ])('%j', (text, expected) => {
    expect(refusal(text)).toEqual(expected)
  })

  it('names the line that is no UTF-8', () => {
    const file = readBlt(Uint8Array.from([...bytes('2 1\n0\n"'), 0xff]), 'x.blt')
    expect(file).toEqual(E.left({ type: 'BallotFileRejected', file: 'x.blt', line: 3, field: 'line', reason: 'not valid UTF-8' }))
  })
})

const option = fc.constantFrom('Amy', 'Bob', 'Chuck', 'Dee "D" Doe', 'É #5')

describe('writing .blt files', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(option, { minLength: 2 }).chain((ids) =>
          fc.record({
            title: fc.constantFrom('A board', '', 'The "big" one'),
            ids: fc.constant(ids),
            seats: fc.integer({ min: 1, max: 9 }),
            withdrawn: fc.subarray([...ids].slice(1)),
            order: fc.option(fc.shuffledSubarray([...ids], { minLength: ids.length }), { nil: undefined }),
            papers: fc.array(fc.record({ ranked: fc.shuffledSubarray([...ids]), count: fc.integer({ min: 1, max: 99 }) })),
          }),
        ),
        ({ title, ids, seats, withdrawn, order, papers }) => {
          const ballots = papers.map(({ ranked, count }) => {
            const ranking = ranked.filter((id) => !withdrawn.includes(id))
            return { ballot: { type: 'ordinal' as const, ranking }, count }
          })
          const options = ids.map((id) => ({ id, name: id }))
          const file = { title, options, ballots, seats, withdrawn, ...(order === undefined ? {} : { tieOrder: order }), notes: [] }
          expect(fileOf(writeBlt(file))).toEqual(file)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('writes approvals as one tier, and points by their size', () => {
    const file = fileOf(`3 1\n0\n${names}`)
    const ballots = [
      { ballot: { type: 'approval', approved: ['Bob', 'Amy'] }, count: 1 },
      { ballot: { type: 'choose-one', choice: null }, count: 3 },
      { ballot: { type: 'score', scores: [['Amy', 1], ['Bob', 9], ['Chuck', 1]] }, count: 2 }, // prettier-ignore
    ] as const
    expect(
      writeBlt({ ...file, ballots: ballots as BallotFile['ballots'] })
        .split('\n')
        .slice(1, 4),
    ).toEqual(['1 2=1 0', '3 0', '2 2 1=3 0'])
  })
})

const data = process.env['ISEGORIA_DATA']

describe.skipIf(data === undefined)('real .blt files', () => {
  it('are all read and written back, but for the one whose weights no number of ours holds', () => {
    const root = join(data ?? '', 'stv')
    const refused: Array<string> = []
    const paths = globSync('**/*.blt', { cwd: root })
    for (const path of paths) {
      const file = readBlt(readFileSync(join(root, path)), path)
      if (E.isLeft(file)) refused.push(`${path}:${file.left.line}: ${file.left.field}`)
      else expect({ ...fileOf(writeBlt(file.right)), notes: [] }).toEqual({ ...file.right, notes: [] })
    }
    expect(paths.length).toBeGreaterThanOrEqual(33)
    expect(refused).toEqual(['stv-rs-testdata/ballots/bigint/ballot_sum_overflows.blt:3: weight'])
  })
})
