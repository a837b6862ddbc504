export { NotAnEventLog } from './database.ts'
export { openSqliteStore } from './sqlite-store.ts'
