import { defineConfig } from 'vitest/config'

/** Not part of `pnpm test`: it needs built packages and installs some 150 MB from the registry. `pnpm publishable` runs it. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['*.check.ts'],
    globalSetup: 'pack.ts',
    testTimeout: 120_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
  },
})
