import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { ballotFileElection } from './ballot-file-election.ts'
import type { BallotFile } from './ballot-file.ts'
import { describeBallotFileRejection } from './describe-ballot-file-rejection.ts'
import { readBallotFile } from './read-ballot-file.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const preflib = '# ALTERNATIVE NAME 1: Ann\n# ALTERNATIVE NAME 2: Bob\n'

describe('a file of ballots is read by the end of its name', () => {
  it.each([
    ['b.soc', `${preflib}2: 2,1\n1: 1,2\n`],
    ['b.soi', `${preflib}2: 2,1\n1: 1\n`],
    ['b.TOC', `${preflib}2: 2,1\n1: {1,2}\n`],
    ['b.toi', `${preflib}2: {2,1}\n1: 1\n`],
    ['b.cat', `# NUMBER CATEGORIES: 2\n${preflib}2: 2,1\n1: {},{1,2}\n`],
    ['b.cvotes', 'Ann > Bob * 2\nBob\n'],
    ['b.blt', '2 1\n2 1 2 0\n1 2 0\n0\n"Ann"\n"Bob"\n"The board"\n'],
    ['b.abc.yaml', 'num_cand: 2\nprofile: [[0], [0], [0, 1]]\n'],
    ['b.yml', 'num_cand: 2\nprofile: [[0], [0], [0, 1]]\n'],
    ['b.csv', 'Ann,Bob,count\nx,,2\nx,x,1\n'],
  ])('%s', (name, text) => {
    const read = readBallotFile(bytes(text), name)
    expect(E.isLeft(read) ? describeBallotFileRejection(read.left) : ballotFileElection(read.right).profile.voters).toBe(3)
  })
  it('a name that ends in none of them is refused', () => {
    const read = readBallotFile(bytes(preflib), 'constructor')
    expect(E.isLeft(read) && describeBallotFileRejection(read.left)).toMatch(/^constructor:0: name: the name ends in none of .soc .soi/)
  })
})

describe('the election of a file', () => {
  const file: BallotFile = {
    title: 'The board',
    options: ['2', '1', '3'].map((id) => ({ id, name: `Candidate ${id}` })),
    ballots: [
      { ballot: { type: 'ordinal', ranking: ['1', '2'] }, count: 4 },
      { ballot: { type: 'ordinal', ranking: ['1', '2'] }, count: 5 },
    ],
    withdrawn: ['3'],
    seats: 2,
    notes: [],
  }
  it('has its options in their order, but for those withdrawn, equal ballots once, and its seats', () => {
    expect(ballotFileElection(file)).toStrictEqual({
      options: [
        { id: '2', cost: 0n, name: 'Candidate 2' },
        { id: '1', cost: 0n, name: 'Candidate 1' },
      ],
      profile: { voters: 9, ballots: [{ ballot: { ranking: ['1', '2'], type: 'ordinal' }, weight: 9 }] },
      decimals: 0,
      seats: 2,
    })
  })
  it('has the seats that are given, if any are', () => {
    expect(ballotFileElection(file, { seats: 1 }).seats).toBe(1)
    const { seats: _, ...seatless } = file
    expect('seats' in ballotFileElection(seatless)).toBe(false)
  })
})
