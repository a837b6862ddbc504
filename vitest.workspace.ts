import { configDefaults, defineConfig } from 'vitest/config'

const conditions = ['@isegoria/source', 'module', 'node', 'import', 'default']
const long = 'packages/*/src/**/*.long.test.ts'

/** `--mode long` runs the tests that take minutes, and only those; any other mode leaves them out. */
export default defineConfig(({ mode }) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: mode === 'long' ? [long] : ['packages/*/src/**/*.test.ts', 'examples/**/*.test.ts', 'docs/*.test.ts'],
    exclude: mode === 'long' ? configDefaults.exclude : [...configDefaults.exclude, long],
    testTimeout: mode === 'long' ? 600_000 : 60_000,
    maxWorkers: 2,
  },
}))
