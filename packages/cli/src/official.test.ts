import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { isegoria, temporaryFolder, town } from './command-line.fixture.ts'

const folder = temporaryFolder()
afterEach(folder.empty)
afterAll(folder.remove)

/** The paths have one vote and the lamps two; lamps do not fit besides the trees and the paths. */
const threshold = town.replace('rule;greedy', 'rule;greedy-threshold\nmin_project_score_threshold;2')
const outcomeOf = (out: string): { readonly rule: unknown; readonly outcome: { readonly selected: ReadonlyArray<string> } } => JSON.parse(out)

describe('--rule official', () => {
  it('counts a file by the rule and under the constraints that it names', async () => {
    const path = folder.file('town.pb', threshold)
    const { out, error, code } = await isegoria('tally', path, '--rule', 'official', '--json')
    expect([error, code]).toStrictEqual(['', 0])
    const parameters = { satisfaction: 'cost', dialect: 'greedy-threshold', longest: '0', ties: 'given-order' }
    expect(outcomeOf(out).rule).toStrictEqual({ id: 'greedy', version: '2', parameters })
    expect(outcomeOf(out).outcome.selected).toStrictEqual(['trees', 'lamps'])
  })
  it('leaves those constraints to the file’s own rule', async () => {
    const path = folder.file('town.pb', threshold.replace('threshold;2', 'threshold;3'))
    const selectedBy = async (rule: string): Promise<unknown> =>
      outcomeOf((await isegoria('tally', path, '--rule', rule, '--json')).out).outcome.selected
    expect(await selectedBy('official')).toStrictEqual(['trees'])
    expect(await selectedBy('greedy')).toStrictEqual(['trees', 'lamps'])
  })
  it('takes other values for parameters of that rule', async () => {
    const path = folder.file('town.pb', town)
    const { out } = await isegoria('tally', path, '--rule', 'official:satisfaction=cardinality', '--json')
    expect(outcomeOf(out).rule).toMatchObject({ id: 'greedy', parameters: { satisfaction: 'cardinality', ties: 'given-order' } })
    expect(await isegoria('tally', path, '--rule', 'official:dialect=fast')).toMatchObject({ code: 1, error: /dialect=fast is none of/ })
  })
  it('is tried by greedy where a file says that it is unknown, which is noted', async () => {
    const path = folder.file('town.pb', town.replace('rule;greedy', 'rule;unknown'))
    expect(await isegoria('tally', path, '--rule', 'official', '--json')).toMatchObject({
      code: 0,
      error: /^note: .*:10: rule: it is unknown .*greedy/,
    })
  })
  it.each([
    ['names none', town.replace('rule;greedy\n', ''), /town\.pb: rule: META names no rule, so that there is no official count\n$/],
    ['names another', town.replace('rule;greedy', 'rule;dice'), /town\.pb:10: rule: 'dice' is no rule that is known here/],
  ])('is refused where a file %s', async (_, text, error) => {
    const path = folder.file('town.pb', text)
    expect(await isegoria('tally', path, '--rule', 'official', '--json')).toMatchObject({ code: 1, out: '', error })
  })
  it('is refused for files of other formats, one by one in a folder', async () => {
    folder.file('a.pb', town)
    folder.file('b.blt', '2 1\n1 1 0\n0\n"A"\n"B"\n"Title"\n')
    const { out, error, code } = await isegoria('tally', folder.path('.'), '--rule', 'official')
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => Object.keys(JSON.parse(line))),
    ).toStrictEqual([
      ['file', 'rule', 'outcome'],
      ['file', 'error'],
    ])
    expect([code, error]).toStrictEqual([
      1,
      expect.stringMatching(/b\.blt: --rule official: only a \.pb file names the rule by which it was decided\n1 of 2 files/),
    ])
  })
  it('is the poll’s own rule in a replay, with its constraints', async () => {
    const path = folder.file('town.pb', threshold)
    const { out, code } = await isegoria('replay', path, '--rule', 'official', '--json')
    expect(code).toBe(0)
    const { stored, outcomes } = JSON.parse(out)
    expect(stored).toMatchObject([{ same: true, outcome: { selected: ['trees', 'lamps'] } }])
    expect(outcomes).toMatchObject([{ rule: stored[0].rule, outcome: stored[0].outcome }])
  })
  it('is not asked of rules that know no constraints: a replay counts them without, and says so', async () => {
    const path = folder.file('town.pb', threshold)
    const { out, error } = await isegoria('replay', path, '--rule', 'approval', '--json')
    expect(error).toBe('note: approval is counted without what it does not see to: least-score\n')
    expect(JSON.parse(out).outcomes).toMatchObject([{ rule: { id: 'approval' }, without: ['least-score'] }])
  })
})
