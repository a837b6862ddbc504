import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '@isegoria/cli'
import { deliberationEvents, rules } from '@isegoria/deliberation'
import { E } from '@isegoria/kernel'
import { aggregates } from './reference/aggregates.ts'
import { eventsOfPage, headingsOf } from './reference/events-of-page.ts'
import { refusalsOfReader } from './reference/refusals-of-reader.ts'
import { rulesPage } from './reference/rules-page.ts'
import { pageFiles, root } from './snippets/collect.ts'

const pageOf = (name: string): string => readFileSync(join(import.meta.dirname, 'reference', name), 'utf8')

describe('the reference of events', () => {
  const page = pageOf('events.md')
  const documented = eventsOfPage(page)
  it('lists every event that a log may hold, and no other', () => {
    expect(documented.map(({ type }) => type).toSorted()).toStrictEqual(deliberationEvents.types.toSorted())
  })
  it.each(aggregates)('lists the events of $heading in the order of their codec', ({ heading, codec }) => {
    expect(documented.filter(({ aggregate }) => aggregate === heading).map(({ type }) => type)).toStrictEqual(codec.types)
    expect(headingsOf(page)).toContain(heading)
  })
  it.each(documented)('shows $type as it is stored, with exactly its fields', ({ type, fields, example }) => {
    const stored: unknown = JSON.parse(example)
    expect(deliberationEvents.decode(stored)).toStrictEqual(E.right(stored))
    expect(stored).toMatchObject({ type })
    expect(fields).toStrictEqual(Object.keys(JSON.parse(example)).filter((key) => key !== 'type'))
  })
})

const printed = async (...args: ReadonlyArray<string>): Promise<string> => {
  let text = ''
  const code = await run(args, { out: (part) => (text += part), error: (part) => (text += part), isTerminal: false })
  expect(code).toBe(0)
  return text
}

describe('the reference of the command line', () => {
  const page = pageOf('command-line.md')
  it('has a section for each command that --help names, and no other', async () => {
    const [, commands = ''] = (await printed('--help')).split('Commands:\n')
    const named = [...commands.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name).filter((name) => name !== 'help')
    const sections = headingsOf(page).flatMap((heading) => (heading.startsWith('`isegoria ') ? [heading.split(/[ `]/)[2]] : []))
    expect(sections).toStrictEqual(named)
  })
  it('names each flag of each command in the section of that command, and no other', async () => {
    for (const section of page.split(/^## /m).slice(1)) {
      const command = /^`isegoria ([a-z]+)/.exec(section)?.[1]
      if (command === undefined) continue
      const help = await printed(command, '--help')
      const flags = [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag]) => flag).filter((flag) => flag !== '--help')
      const [, table = ''] = section.split(/^\| flag.*\n/m)
      expect([...table.matchAll(/^\| `(--[a-z-]+)/gm)].map(([, flag]) => flag).toSorted()).toStrictEqual(flags.toSorted())
    }
  })
})

describe('the reference of rules', () => {
  it('is what the rule book says; `pnpm test docs/reference -u` writes it anew', async () => {
    await expect(rulesPage(rules)).toMatchFileSnapshot('reference/rules.md')
  })
})

describe('the how-to of importing a file', () => {
  it('shows every refusal of the reader', () => {
    const sources = globSync('packages/interchange/src/pabulib/*.ts', { cwd: root }).filter((path) => !path.endsWith('.test.ts'))
    const refusals = sources.flatMap((path) => refusalsOfReader(readFileSync(join(root, path), 'utf8')))
    const page = readFileSync(join(root, 'docs/how-to/import-a-pabulib-file.md'), 'utf8')
    expect(refusals.length).toBeGreaterThan(25)
    expect(refusals.filter((words) => !page.includes(words))).toStrictEqual([])
  })
})

describe('ARCHITECTURE.md', () => {
  it('has a line for each package, and for no other', () => {
    const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    const [, table = ''] = page.split('## Packages')
    const listed = [...(table.split('## ')[0] ?? '').matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name)
    expect(listed.toSorted()).toStrictEqual(readdirSync(join(root, 'packages')).toSorted())
  })
})

describe('a link from one page to another', () => {
  const link = /\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g
  it.each(pageFiles())('in %s leads to a file', (file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const targets = [...text.matchAll(link)].map(([, target = '']) => target)
    expect(targets.filter((target) => !existsSync(join(root, dirname(file), target)))).toStrictEqual([])
  })
})
