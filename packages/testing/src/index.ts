export { specify } from './specify.ts'
export type { Expectation } from './specify.ts'
