import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { readAbcvoting } from './abcvoting.ts'
import type { BallotFile } from './ballot-file.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const read = (text: string): BallotFile => {
  const file = readAbcvoting(bytes(text), 'a.abc.yaml')
  if (E.isLeft(file)) throw new Error(`${file.left.line}: ${file.left.field}: ${file.left.reason}`)
  return file.right
}

const refusal = (text: string): string => {
  const file = readAbcvoting(bytes(text), 'a.abc.yaml')
  return E.isLeft(file) ? `${file.left.line}: ${file.left.field}: ${file.left.reason}` : 'read'
}

const approvedIn = ({ ballots }: BallotFile): ReadonlyArray<ReadonlyArray<string>> =>
  ballots.map(({ ballot }) => (ballot.type === 'approval' ? ballot.approved : []))

describe('an approval profile of abcvoting', () => {
  it('keeps voters in their order, and those who approve nobody', () => {
    const file = read("description: 'four'\nprofile: [[3], [1, 2], [], [0]]\nnum_cand: 5\ncommitteesize: 2\n")
    expect(approvedIn(file)).toStrictEqual([['3'], ['1', '2'], [], ['0']])
    expect([file.title, file.seats, file.options.length, file.notes.length]).toStrictEqual(['four', 2, 5, 0])
  })
  it('reads sets, and counts the candidates where their number is not given', () => {
    const file = read('profile: [{3}, {1, 4}, {}]')
    expect(approvedIn(file)).toStrictEqual([['3'], ['1', '4'], []])
    expect(file.options.map(({ id }) => id)).toStrictEqual(['0', '1', '2', '3', '4'])
  })
  it('turns weights with decimals into whole numbers and says so', () => {
    const file = read('profile: [[0], [1], [1]]\nvoter_weights: [1.3, 1, 2]\nnum_cand: 2')
    expect(file.ballots.map(({ count }) => count)).toStrictEqual([13, 10, 20])
    expect(file.notes).toStrictEqual([{ line: 2, note: 'one voter is 10: the weights have 1 decimals' }])
  })
  it('names options by their names where those are all there and differ', () => {
    expect(read('profile: [[1]]\nnum_cand: 2\ncand_names: [oak, ash]').options).toStrictEqual([
      { id: 'oak', name: 'oak' },
      { id: 'ash', name: 'ash' },
    ])
    expect(read('profile: [[1]]\nnum_cand: 2\ncand_names: [oak, oak]').options.map(({ id }) => id)).toStrictEqual(['0', '1'])
  })
  it('counts a candidate once whom a voter names twice', () => {
    const file = read('num_cand: 2\nprofile:\n- [1]\n- [0, 0]\n')
    expect([approvedIn(file)[1], file.notes[0]?.line]).toStrictEqual([['0'], 4])
  })
  it.each([
    ['profile: [[0', '1: yaml: '],
    ['- 1', '0: yaml: is no mapping'],
    ['num_cand: 3', '0: profile: the key is missing'],
    ['num_cand: 3\nprofile:\n- [0]\n- [3]', "4: profile: '3' is no whole number from 0 to 2"],
    ['profile: [[0], 1]', '1: profile: is no list'],
    ['profile: [[0]]\nvoter_weights: [0]', "2: voter_weights: '0' is no weight"],
    ['profile: [[0]]\nvoter_weights: [1, 1]', '2: voter_weights: 2 weights for 1 voters'],
    ['profile: [[0]]\ncommitteesize: 2', "2: committeesize: '2' is no whole number from 0 to 1"],
  ])('refuses %j', (text, reason) => {
    expect(refusal(text)).toContain(reason)
  })
  const deep = 20_000
  it.each([
    ['lists', `num_cand: 2\nprofile: ${'['.repeat(deep)}${']'.repeat(deep)}`, 2],
    ['sets', `num_cand: 2\nprofile: ${'{0: '.repeat(deep)}${'}'.repeat(deep)}`, 2],
    ['lists that never end', `profile: ${'['.repeat(deep)}`, 1],
    ['lists on one line', `profile:\n ${'- '.repeat(deep)}`, 2],
    ['lists in lines', `profile:\n${Array.from({ length: 3000 }, (_, place) => `${' '.repeat(place + 1)}-`).join('\n')}`, 258],
    ['keys in lines', `profile:\n${Array.from({ length: 3000 }, (_, place) => `${' '.repeat(place + 1)}a:`).join('\n')}`, 258],
    ['keys of lists', `profile:\n ${'? '.repeat(deep)}`, 2],
  ])('refuses %s that are nested too deeply, at once and by the line', (_, text, line) => {
    expect(refusal(text)).toBe(`${line}: yaml: lists are nested more deeply than in any file of ballots`)
  })
  it('takes brackets in texts and comments for what they are', () => {
    const [text, wide] = ['['.repeat(99), ' '.repeat(999)]
    const file = read(
      `# ${text}\ndescription: "${text}"\nnote: |\n  ${text}\n  ${wide}- x\nprofile: [[0],\n${wide}[1]]   ${wide}# x\nother: a ${text}\n`,
    )
    expect([file.title, file.ballots.length]).toStrictEqual([text, 2])
  })
  it('refuses a list in the place of a number, whatever is in it', () => {
    expect(refusal(`profile: [[${'['.repeat(50)}0${']'.repeat(50)}]]`)).toMatch(/^1: profile: '\[.* is no whole number from 0 to 999999$/)
  })
  it('refuses what is not text', () => {
    const file = readAbcvoting(Uint8Array.of(0xff, 0xfe), 'a.abc.yaml')
    expect(file).toStrictEqual(E.left({ type: 'BallotFileRejected', file: 'a.abc.yaml', line: 1, field: 'line', reason: 'not valid UTF-8' }))
  })
})

const data = process.env['ISEGORIA_DATA'] ?? ''

describe.skipIf(data === '')('the profiles that abcvoting publishes', () => {
  it('are all read', () => {
    const files = ['instances', 'readers'].flatMap((folder) =>
      readdirSync(`${data}/abcvoting/${folder}`)
        .filter((name) => name.endsWith('.abc.yaml') && !name.includes('instanceL'))
        .map((name) => `${data}/abcvoting/${folder}/${name}`),
    )
    expect(files.map((file) => readAbcvoting(readFileSync(file), file)).filter(E.isLeft)).toStrictEqual([])
    expect(files.length).toBeGreaterThanOrEqual(45)
  })
})
