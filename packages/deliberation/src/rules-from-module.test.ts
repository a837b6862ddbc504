import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { applyRule, profileOf } from '@isegoria/election'
import type { Election } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { rulesFromModule, RulesNotReadable } from './rules-from-module.ts'

const folder = mkdtempSync(join(tmpdir(), 'isegoria-rules-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const moduleOf = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const election: Election = {
  options: ['a', 'b'].map((id) => ({ id, cost: 10n })),
  profile: profileOf([{ type: 'approval', approved: ['a'] }]),
  budget: 10n,
  decimals: 0,
}
const described = (id: string, count: string): string =>
  `{ id: '${id}', version: '1', title: 'x', family: 'voting', source: 'x', ballots: ['approval'], parameters: [], claims: [], violates: [], count: ${count} }`
const ranking = `({ options, budget }) => ({ _tag: 'Right', right: { type: 'ranking', ranking: options.map(({ id }) => [id]), winners: [options[Number(budget / 10n) - 1].id], ties: [], rounds: [] } })`

describe('rules from a module', () => {
  it('count an election in a thread of their own, alone or in a list', () => {
    const path = moduleOf(
      'two.mjs',
      `export const one = ${described('one', ranking)}\nexport const more = [${described('two', ranking)}]\nexport const other = 7\n`,
    )
    const rules = rulesFromModule(path)
    expect(rules.map(({ id }) => id)).toStrictEqual(['two', 'one'])
    for (const rule of rules) expect(applyRule(rule, election, {})).toMatchObject(E.right({ winners: ['a'] }))
  })
  it('that do not come to an end fail within their time, and the next count goes on', () => {
    const loop = `({ options }) => { for (;;) if (options.length === 0) return }`
    const [ends, loops] = rulesFromModule(
      moduleOf('loops.mjs', `export const rules = [${described('ends', ranking)}, ${described('loops', loop)}]`),
      800,
    )
    if (ends === undefined || loops === undefined) throw new Error('two rules')
    expect(applyRule(loops, election, {})).toStrictEqual(E.left({ type: 'RuleFailed', rule: 'loops', reason: 'it did not answer within 0.8 s' }))
    expect(applyRule(ends, election, {})).toMatchObject(E.right({ winners: ['a'] }))
  })
  it.each([
    ['objects', 'const kept = []; for (;;) kept.push({ next: kept.length })'],
    ['a map', 'const kept = new Map(); for (let key = 0; ; key++) kept.set(key, key)'],
    ['buffers', 'const kept = []; for (;;) kept.push(new Uint8Array(1_000_000).fill(1))'],
  ])('that allocate %s without end fail, and the next count goes on', (kind, loop) => {
    const path = moduleOf(
      `allocates-${kind.replaceAll(' ', '-')}.mjs`,
      `export const rules = [${described('ends', ranking)}, ${described('grows', `() => { ${loop} }`)}]`,
    )
    const [ends, grows] = rulesFromModule(path, 20_000, 48)
    if (ends === undefined || grows === undefined) throw new Error('two rules')
    expect(applyRule(grows, election, {})).toStrictEqual(E.left({ type: 'RuleFailed', rule: 'grows', reason: 'it took more than 48 MB of memory' }))
    expect(applyRule(ends, election, {})).toMatchObject(E.right({ winners: ['a'] }))
  })
  it('that end their thread after an answer count the next time in another', async () => {
    const leaving = `(given) => { setTimeout(() => process.exit(1), 0); return (${ranking})(given) }`
    const [rule] = rulesFromModule(moduleOf('leaves.mjs', `export const one = ${described('one', leaving)}\n`), 5000)
    if (rule === undefined) throw new Error('a rule')
    for (let count = 0; count < 2; count++) {
      expect(applyRule(rule, election, {})).toMatchObject(E.right({ winners: ['a'] }))
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })
  it.each([
    ['loops while it is loaded', 'for (;;) {}', 300, /did not answer within 0.3 s/],
    ['ends the process', 'process.exit(3)', 9000, /it ended its own thread/],
    ['throws', "throw new Error('no rules today')", 9000, /no rules today/],
    ['takes too much memory', 'const kept = []; for (;;) kept.push({ next: kept.length })', 9000, /it took more than 32 MB of memory/],
  ])('are refused when the module %s', (name, text, timeLimit, reason) => {
    const path = moduleOf(`${name.replaceAll(' ', '-')}.mjs`, `${text}\nexport const one = ${described('one', ranking)}\n`)
    const refused = (): unknown => rulesFromModule(path, timeLimit, 32)
    expect(refused).toThrow(RulesNotReadable)
    expect(refused).toThrow(reason)
  })
  it.each([
    ["ballots: 'approval'", /odd\.mjs: rule 'one': its ballots are no list/],
    ["ballots: ['telepathy']", /odd\.mjs: rule 'one': 'telepathy' among its ballots is no kind of ballot/],
    ["claims: ['fairness']", /odd\.mjs: rule 'one': 'fairness' among its claims is no axiom/],
    ["parameters: [{ name: 'n', meaning: 'x', values: [1] }]", /odd\.mjs: rule 'one': the values of 'n' are no list of texts/],
    ["constraints: ['magic']", /odd\.mjs: rule 'one': 'magic' among its constraints is no constraint/],
    ['violates: undefined', /odd\.mjs: a rule needs id, version, .*, violates and count/],
  ])('are refused where one says %s', (odd, reason) => {
    const path = moduleOf('odd.mjs', `export const one = { ...${described('one', ranking)}, ${odd} }\n`)
    expect(() => rulesFromModule(path)).toThrow(RulesNotReadable)
    expect(() => rulesFromModule(path)).toThrow(reason)
  })
  it.each([
    ['promise', `async ${ranking}`, /could not be cloned/],
    ['ill-formed refusal', `() => ({ _tag: 'Left', left: { type: 'BallotNotReadable' } })`, /gives no outcome/],
    ['winner who is not first', ranking.replace('options[Number(budget / 10n) - 1].id', 'options.at(-1).id'), /not of the first tier/],
    [
      'tier of nobody',
      ranking.replace('options.map(', '[{ id: [] }, ...options].flatMap(({ id }) => (id.length === 0 ? [{}] : [{ id }])).map('),
      /no outcome|tier of nobody/,
    ],
  ])('that answer with a %s fail', (name, count, reason) => {
    const [rule] = rulesFromModule(moduleOf(`${name.replaceAll(' ', '-')}.mjs`, `export const one = ${described('one', count)}\n`))
    if (rule === undefined) throw new Error('a rule')
    const answer = applyRule(rule, election, {})
    expect(answer).toMatchObject(E.left({ type: 'RuleFailed', rule: 'one', reason: expect.stringMatching(reason) }))
  })
  it('refuse in their own name', () => {
    const count = `() => ({ _tag: 'Left', left: { type: 'ElectionTooLarge', rule: 'irv', what: 'options', size: 3, most: 2 } })`
    const [rule] = rulesFromModule(moduleOf('name.mjs', `export const one = ${described('one', count)}\n`))
    if (rule === undefined) throw new Error('a rule')
    expect(applyRule(rule, election, {})).toStrictEqual(E.left({ type: 'ElectionTooLarge', rule: 'one', what: 'options', size: 3, most: 2 }))
  })
  it('print nothing among what the program prints', () => {
    const printing = `(given) => { console.log('counting'); console.error('counting'); return (${ranking})(given) }`
    const path = moduleOf('prints.mjs', `console.log('hello')\nexport const one = ${described('one', printing)}\n`)
    const program = `import { rulesFromModule } from '@isegoria/deliberation'
      import { applyRule, emptyProfile } from '@isegoria/election'
      const [rule] = rulesFromModule(${JSON.stringify(path)})
      const counted = applyRule(rule, { options: [{ id: 'a', cost: 0n }], profile: emptyProfile, budget: 10n, decimals: 0 }, {})
      process.stdout.write(counted._tag)`
    const { stdout, stderr } = spawnSync(process.execPath, ['--conditions=@isegoria/source', '--input-type=module', '--eval', program], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    })
    expect({ stdout, stderr }).toStrictEqual({ stdout: 'Right', stderr: '' })
  })
  it('that answer what cannot leave their thread fail', () => {
    const [rule] = rulesFromModule(moduleOf('function.mjs', `export const one = ${described('one', '() => () => 1')}`), 2000)
    if (rule === undefined) throw new Error('a rule')
    expect(applyRule(rule, election, {})).toMatchObject(E.left({ type: 'RuleFailed' }))
  })
})
