export { envelope, envelopeStream } from './envelope/envelope.ts'
export type { ComputeAllocation, EnvelopeCommand, EnvelopeRejection, EnvelopeState, FundProject, OpenEnvelope } from './envelope/envelope.ts'
export { envelopeEvents } from './envelope/events.ts'
export type { Allocation, AllocationComputed, EnvelopeEvent, EnvelopeOpened, ProjectFunded } from './envelope/events.ts'
