import { defineConfig } from 'vitest/config'

const conditions = ['@isegoria/source', 'module', 'node', 'import', 'default']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'examples/**/*.test.ts', 'docs/*.test.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
  },
})
