import { configDefaults, defineConfig } from 'vitest/config'
import type { Reporter } from 'vitest/node'

const conditions = ['@isegoria/source', 'module', 'node', 'import', 'default']
const long = 'packages/*/src/**/*.long.test.ts'

/** Says at the end which tests were not run: a skipped test that nobody sees is one that nobody misses. */
const skippedByName: Reporter = {
  onTestRunEnd: (modules) => {
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')].map((test) => `${module.relativeModuleId} > ${test.fullName}`))
    if (skipped.length > 0) process.stdout.write(`\n Skipped, by name (tests on real elections need ISEGORIA_DATA):\n   ${skipped.join('\n   ')}\n`)
  },
}

/** `--mode long` runs the tests that take minutes, and only those; any other mode leaves them out. */
export default defineConfig(({ mode }) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: mode === 'long' ? [long] : ['packages/*/src/**/*.test.ts', 'examples/**/*.test.ts', 'docs/*.test.ts'],
    exclude: mode === 'long' ? configDefaults.exclude : [...configDefaults.exclude, long],
    testTimeout: mode === 'long' ? 600_000 : 60_000,
    maxWorkers: 2,
    reporters: ['default', skippedByName],
  },
}))
