import { existsSync } from 'node:fs'
import { defineConfig } from 'tsup'

export default defineConfig({
  entry: existsSync('src/main.ts') ? ['src/index.ts', 'src/main.ts'] : ['src/index.ts'],
  format: ['esm'],
  dts: false,
  platform: 'node',
  target: 'node22',
  removeNodeProtocol: false,
  clean: false,
})
