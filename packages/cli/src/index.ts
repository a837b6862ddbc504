export { run } from './run.ts'
export { fileTally } from './tally-file.ts'
export type { FileAnswer, TallyOptions } from './tally-file.ts'
export type { Terminal } from './terminal.ts'
