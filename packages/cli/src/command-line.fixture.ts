import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { byCodeUnit } from '@isegoria/kernel'
import { run } from './run.ts'

/** What a command line answered. */
export interface Answer {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

/** Runs a command line in this process. */
export const isegoria = async (...args: ReadonlyArray<string>): Promise<Answer> => {
  let [out, error] = ['', '']
  const code = await run(args, {
    out: (text) => {
      out += text
    },
    error: (text) => {
      error += text
    },
    isTerminal: false,
  })
  return { code, out, error }
}

const root = join(import.meta.dirname, '..', '..', '..')

/** Starts a command line as a process of its own. */
export const start = (...args: ReadonlyArray<string>): ChildProcess =>
  spawn(process.execPath, ['--conditions=@isegoria/source', join(root, 'packages', 'cli', 'src', 'main.ts'), ...args], { stdio: 'pipe' })

/** Runs a command line as a process of its own. */
export const spawned = (...args: ReadonlyArray<string>): Promise<Answer> =>
  new Promise((resolve) => {
    const child = start(...args)
    let [out, error] = ['', '']
    child.stdout?.on('data', (text) => {
      out += String(text)
    })
    child.stderr?.on('data', (text) => {
      error += String(text)
    })
    child.on('close', (code) => {
      resolve({ code, out, error })
    })
  })

/** A folder for one test file. */
export interface Folder {
  readonly path: (name: string) => string
  /** Writes a file and gives its path. */
  readonly file: (name: string, content: string | Uint8Array) => string
  readonly folder: (name: string) => string
  readonly names: () => ReadonlyArray<string>
  /** Every file by name with its bytes as base64; folders with none. */
  readonly contents: () => Readonly<Record<string, string>>
  /** Everything in it is deleted, it stays. */
  readonly empty: () => void
  readonly remove: () => void
}

export const temporaryFolder = (): Folder => {
  const folder = mkdtempSync(join(tmpdir(), 'isegoria-cli-'))
  const path = (name: string): string => join(folder, name)
  const names = (): ReadonlyArray<string> => readdirSync(folder).toSorted(byCodeUnit)
  return {
    path,
    file: (name, content) => {
      writeFileSync(path(name), content)
      return path(name)
    },
    folder: (name) => {
      mkdirSync(path(name))
      return path(name)
    },
    names,
    contents: () => Object.fromEntries(names().map((name) => [name, statSync(path(name)).isFile() ? readFileSync(path(name), 'base64') : ''])),
    empty: () => {
      for (const name of readdirSync(folder)) rmSync(path(name), { recursive: true })
    },
    remove: () => {
      rmSync(folder, { recursive: true })
    },
  }
}

/** A small valid .pb file. */
export const town = `META
key;value
description;A town
unit;Town
instance;2025
num_projects;3
num_votes;4
budget;100.5
vote_type;approval
rule;greedy
max_length;2
PROJECTS
project_id;cost;name
trees;60.5;Trees
paths;40;Paths
lamps;39.5;Lamps
VOTES
voter_id;vote;age
v1;trees,lamps;33
v2;trees;50
v3;paths;18
v4;lamps,trees;71
`

/** A valid .pb file with many voters. */
export const city = (voters: number): string => {
  const votes = Array.from(
    { length: voters },
    (_, voter) => `v${voter};${['trees', 'paths', 'lamps', 'trees,lamps'][voter % 4]};${20 + (voter % 60)}\n`,
  )
  return `${town.slice(0, town.indexOf('v1;')).replace('num_votes;4', `num_votes;${voters}`)}${votes.join('')}`
}
