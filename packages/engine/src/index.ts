export { categoryOf } from './event-store.ts'
export type { AppendError, Appended, Commit, Conflict, EventStore, Expected, ReadAll, StoreFailure } from './event-store.ts'
