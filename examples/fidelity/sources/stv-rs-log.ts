import type { OptionId } from '@isegoria/election'

/** What a log of stv-rs tells of one decision. */
export interface LoggedStep {
  readonly decision: string
  readonly option: OptionId
  readonly quota: string
  /** Votes that no option has. */
  readonly residual: string
  readonly votes: Readonly<Record<OptionId, string>>
}

const decisions: Readonly<Record<string, string>> = {
  Elect: 'elected',
  'Elect remaining': 'elected-to-last-seat',
  Defeat: 'excluded',
  'Defeat remaining': 'not-elected',
}

const figure = (block: string, name: string): string => new RegExp(`^\\t${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''

/** Votes of whoever is in the count; those who were defeated before are listed too, without a vote, and are left out. */
const votesIn = (block: string, decided: string): Readonly<Record<OptionId, string>> => {
  const votes: Array<readonly [OptionId, string]> = []
  for (const [, status = '', names = '', units = ''] of block.matchAll(/^\t(Elected|Hopeful|Defeated): +(.*) \(([^)]*)\)$/gm)) {
    for (const name of status === 'Defeated' ? names.split(', ') : [names]) if (status !== 'Defeated' || name === decided) votes.push([name, units])
  }
  return Object.fromEntries(votes)
}

/** The decisions of a log in their order, by the names of the options. */
export const stvRsLog = (text: string): ReadonlyArray<LoggedStep> =>
  text
    .split('Action: ')
    .slice(1)
    .flatMap((block) => {
      const [, action = '', option = ''] =
        /^(Elect remaining|Elect|Defeat remaining|Defeat)(?: \([^)]*\))?: (.*)$/m.exec(block.split('\n')[0] ?? '') ?? []
      const decision = decisions[action]
      if (decision === undefined) return []
      return [{ decision, option, quota: figure(block, 'Quota'), residual: figure(block, 'Residual'), votes: votesIn(block, option) }]
    })

/** Whether a count came to its end; it breaks off where its arithmetic overflows. */
export const isComplete = (text: string): boolean => text.includes('Action: Count Complete')
