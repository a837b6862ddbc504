import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '@isegoria/cli'
import { obeysItsClaims } from '@isegoria/testing'
import { systemicConsensing } from './systemic-consensing.ts'

obeysItsClaims(systemicConsensing, {
  counterexamples: {
    majority: '3: hall:10 barn:9; 2: hall:0 barn:9',
    'condorcet-consistency': '3: hall:10 barn:9; 2: hall:0 barn:9',
  },
})

describe('isegoria with this rule', () => {
  const file = (name: string): string => join(import.meta.dirname, name)
  const isegoria = async (...args: ReadonlyArray<string>): Promise<string> => {
    let [out, error] = ['', '']
    const code = await run([...args, '--rules', file('systemic-consensing.ts')], {
      out: (text) => (out += text),
      error: (text) => (error += text),
      isTerminal: false,
    })
    expect({ code, error }).toStrictEqual({ code: 0, error: '' })
    return out
  }
  it('replays a poll and answers by it', async () => {
    const answered = JSON.parse(await isegoria('replay', file('meeting.pb'), '--rule', 'systemic-consensing', '--json'))
    expect(answered).toMatchObject({
      problems: [],
      stored: [{ same: true }],
      outcomes: [{ rule: { id: 'systemic-consensing' }, outcome: { ranking: [['barn'], ['hall'], ['tent']] } }],
    })
  })
  it('tells its parameters', async () => {
    const card = await isegoria('rules', 'systemic-consensing')
    expect(card).toContain('10 by default, or a whole number from 1 to 1000\n')
    expect(card).toContain('full (default), none\n')
  })
})
