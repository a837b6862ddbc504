import { eventStoreContract } from '@isegoria/testing'
import { memoryStore } from './index.ts'

eventStoreContract('memoryStore', () => memoryStore())
