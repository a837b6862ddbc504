import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { readmeExample } from './readme-example.ts'
import { mustRun, run } from './run.ts'
import type { Ran } from './run.ts'

/** The lines that our users run, as packages of the registry: `engines` promises all of them. */
const nodes = ['22.23.3', '24.21.0', '26.10.0']
const project = join(inject('scratch'), 'consumer')
const nodesFolder = join(inject('scratch'), 'nodes')
const packages = readdirSync(join(import.meta.dirname, '..', '..', 'packages'))
const withVitest = 'testing'

const npmInstall = (folder: string, ...what: ReadonlyArray<string>): Promise<string> =>
  mustRun(folder, process.env, 'npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', ...what)

/** The shell of a user: nothing of ours but that Node. */
const shellWith = (version: string): NodeJS.ProcessEnv => {
  const path = [join(nodesFolder, 'node_modules', `node-${version}`, 'bin'), process.env['PATH']].join(delimiter)
  return { ...process.env, PATH: path, NODE_OPTIONS: '', NODE_ENV: '', VITEST: '' }
}

const exampleIn = (name: string): ReturnType<typeof readmeExample> =>
  readmeExample(readFileSync(join(project, 'node_modules', '@isegoria', name, 'README.md'), 'utf8'))
const namesOf = (module: string): string => `console.log(Object.keys(${module}).join())`
const fileOfExample = (name: string): string => (name === withVitest ? `${name}.test.ts` : `${name}.ts`)

beforeAll(async () => {
  cpSync(join(import.meta.dirname, 'consumer'), project, { recursive: true })
  mkdirSync(nodesFolder)
  writeFileSync(join(nodesFolder, 'package.json'), '{}')
  await npmInstall(nodesFolder, ...nodes.map((version) => `node-${version}@npm:node-${process.platform}-${process.arch}@${version}`))
  await npmInstall(project, ...inject('tarballs'), 'vitest@5.1.1', '@types/node@24.9.1')
  for (const name of packages) writeFileSync(join(project, fileOfExample(name)), exampleIn(name).code)
})

describe('the types of an installation', () => {
  it.each(['tsc', 'tsc6'])('satisfy %s: strict, nodenext, with every declaration file checked', async (compiler) => {
    expect(await run(project, process.env, compiler, '-p', '.')).toStrictEqual({ code: 0, out: '', error: '' })
  })
})

const hashes = new Set<string>()

describe.each(nodes)('on Node %s', (version) => {
  const shell = shellWith(version)
  const isegoria = (...args: ReadonlyArray<string>): Promise<Ran> => run(project, shell, join('node_modules', '.bin', 'isegoria'), ...args)
  const document = async (...args: ReadonlyArray<string>): Promise<unknown> => {
    const { code, out, error } = await isegoria(...args, '--json')
    expect({ code, error }).toStrictEqual({ code: 0, error: '' })
    return JSON.parse(out)
  }

  it('runs that Node', async () => {
    expect(await mustRun(project, shell, 'node', '--version')).toBe(`v${version}\n`)
  })
  it.each(packages)('import and require give the same of @isegoria/%s', async (name) => {
    const imported = await mustRun(project, shell, 'node', '--input-type=module', '-e', namesOf(`await import('@isegoria/${name}')`))
    const required = await mustRun(project, shell, 'node', '--input-type=commonjs', '-e', namesOf(`require('@isegoria/${name}')`))
    expect(imported).toMatch(/\w/)
    expect(required).toBe(imported)
  })
  it.each(packages.filter((name) => name !== withVitest))('the example of @isegoria/%s prints what its README says', async (name) => {
    expect(await mustRun(project, shell, 'node', fileOfExample(name))).toBe(exampleIn(name).prints)
  })
  it('the example of @isegoria/testing passes in vitest', async () => {
    expect(await mustRun(project, shell, join('node_modules', '.bin', 'vitest'), 'run')).toContain('passed')
  })
  it('the installed command lists, imports and replays', async () => {
    const log = `node-${version}.db`
    expect(await document('rules')).toMatchObject({ rules: expect.arrayContaining([expect.objectContaining({ id: 'greedy' })]) })
    expect(await document('import', 'election.pb', '--store', log)).toMatchObject({ ballots: 5, store: log })
    const replayed = await document('replay', log)
    expect(replayed).toMatchObject({ source: log, hash: expect.any(String), stored: [{ same: true, outcome: { selected: ['1', '3'] } }] })
    hashes.add(JSON.stringify(replayed).replaceAll(log, ''))
  })
  it('the installed command ends with 1 when it refuses and 2 when it is asked wrongly', async () => {
    expect(await isegoria('replay', 'missing.db', '--json')).toStrictEqual({ code: 1, out: '', error: 'missing.db: no such file\n' })
    expect(await isegoria('replay')).toMatchObject({ code: 2, out: '' })
  })
})

it('a replay gives the same document on every Node', () => {
  expect(hashes.size).toBe(1)
})
