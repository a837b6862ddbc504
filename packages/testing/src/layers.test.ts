import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')
const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
const config = join(root, '.dependency-cruiser.cjs')
const packages = readdirSync(join(root, 'packages'))

/** What is wrong with which import, by the file that has it. */
const wrong = {
  'kernel/src/up.ts': ["import '@isegoria/deliberation'", 'kernel-imports-only-down'],
  'kernel/src/type-only.ts': ["import type { X } from '@isegoria/election'", 'kernel-imports-only-down'],
  'exact/src/beside.ts': ["import '@isegoria/kernel'", 'exact-imports-only-down'],
  'voting/src/beside.ts': ["import '@isegoria/budget'", 'voting-imports-only-down'],
  'engine/src/domain.ts': ["import '@isegoria/consultation'", 'engine-imports-only-down'],
  'store-sqlite/src/domain.ts': ["import '@isegoria/voting'", 'store-sqlite-imports-only-down'],
  'interchange/src/store.ts': ["import '@isegoria/store-sqlite'", 'interchange-imports-only-down'],
  'report/src/relative.ts': ["import '../../deliberation/src/index.ts'", 'report-imports-only-down'],
  'deliberation/src/later.ts': ["void import('@isegoria/cli')", 'deliberation-imports-only-down'],
  'cli/src/kit.ts': ["import '@isegoria/testing'", 'cli-imports-only-down'],
  'budget/src/shipped.ts': ["import './slow.oracle.ts'", 'only-tests-import-tests'],
  'voting/src/poll/decide.ts': ["import 'io-ts'", 'codecs-at-the-edge'],
  'voting/src/functional.ts': ["import 'fp-ts'", 'fp-ts-through-the-doorway'],
  'voting/src/lost.ts': ["import '@isegoria/nowhere'", 'resolvable'],
} as const

const right = {
  'deliberation/src/down.ts': "import '@isegoria/kernel'\nimport '@isegoria/budget'",
  'voting/src/voting.test.ts': "import '@isegoria/testing'",
  'budget/src/slow.oracle.ts': "import '@isegoria/interchange'",
  'voting/src/poll/events.ts': "import 'io-ts'",
  'kernel/src/fp.ts': "import 'fp-ts'",
}

let house = ''
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), `${text}\nexport {}\n`)
}

/** A house of the same plan with no other file than these, cruised by our rules: `file: rule` of each violation, and the exit code. */
const cruise = (files: Readonly<Record<string, string>>): { readonly violations: ReadonlyArray<string>; readonly failed: boolean } => {
  for (const [path, text] of Object.entries(files)) write(join('packages', path), text)
  const run = spawnSync(process.execPath, [cruiser, '--config', config, '--output-type', 'json', 'packages'], { cwd: house, encoding: 'utf8' })
  const report: {
    readonly summary: {
      readonly violations: ReadonlyArray<{ readonly from: string; readonly rule: { readonly name: string; readonly severity: string } }>
    }
  } = JSON.parse(run.stdout)
  const violations = report.summary.violations.map(
    ({ from, rule }) => `${from.slice('packages/'.length)}: ${rule.name}${rule.severity === 'error' ? '' : ', no error'}`,
  )
  const { status } = spawnSync(process.execPath, [cruiser, '--config', config, 'packages'], { cwd: house })
  for (const path of Object.keys(files)) rmSync(join(house, 'packages', path))
  return { violations: violations.toSorted(), failed: status !== 0 }
}

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'isegoria-layers-'))
  writeFileSync(join(house, 'tsconfig.base.json'), readFileSync(join(root, 'tsconfig.base.json')))
  for (const name of packages) {
    write(join('packages', name, 'src', 'index.ts'), '')
    writeFileSync(join(house, 'packages', name, 'package.json'), readFileSync(join(root, 'packages', name, 'package.json')))
    mkdirSync(join(house, 'node_modules', '@isegoria'), { recursive: true })
    symlinkSync(join('..', '..', 'packages', name), join(house, 'node_modules', '@isegoria', name))
  }
  for (const name of ['io-ts', 'fp-ts']) {
    mkdirSync(join(house, 'node_modules', name), { recursive: true })
    writeFileSync(join(house, 'node_modules', name, 'package.json'), JSON.stringify({ name, main: 'index.js' }))
    writeFileSync(join(house, 'node_modules', name, 'index.js'), '')
  }
})
afterAll(() => {
  rmSync(house, { recursive: true, force: true })
})

describe('the rule of the layers', () => {
  it('lets pass what only imports down', () => {
    expect(cruise(right)).toStrictEqual({ violations: [], failed: false })
  })
  it('catches each import that points up, beside, past a door or at a test', () => {
    const files = { ...right, ...Object.fromEntries(Object.entries(wrong).map(([path, [text]]) => [path, text])) }
    const expected = Object.entries(wrong).map(([path, [, rule]]) => `${path}: ${rule}`)
    expect(cruise(files)).toStrictEqual({ violations: expected.toSorted(), failed: true })
  })
  it('catches a circle', () => {
    const circle = { 'voting/src/a.ts': "import './b.ts'", 'voting/src/b.ts': "import './a.ts'" }
    expect(cruise(circle)).toStrictEqual({ violations: ['voting/src/a.ts: no-cycles'], failed: true })
  })
  it('knows every package of the house', () => {
    const print = `process.stdout.write(JSON.stringify(require(${JSON.stringify(config)}).forbidden.map(({ name }) => name)))`
    const names: ReadonlyArray<string> = JSON.parse(execFileSync(process.execPath, ['--eval', print], { encoding: 'utf8' }))
    expect(packages.filter((name) => !names.includes(`${name}-imports-only-down`))).toStrictEqual([])
  })
})
