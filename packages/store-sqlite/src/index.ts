export { NotAnEventLog } from './not-an-event-log.ts'
export { openSqliteStore } from './sqlite-store.ts'
