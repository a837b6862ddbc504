export { eventStoreContract } from './event-store-contract.ts'
export type { MakeStore } from './event-store-contract.ts'
export { specify } from './specify.ts'
export type { Expectation } from './specify.ts'
