export type EnvelopeRejection =
  | { readonly type: 'EnvelopeAlreadyOpened' }
  | { readonly type: 'EnvelopeNotOpened' }
  | { readonly type: 'EnvelopeAlreadyClosed'; readonly left: string }
  | { readonly type: 'AllocationAlreadyComputed' }
  | { readonly type: 'AllocationNotComputed' }
  | { readonly type: 'AmountNotReadable'; readonly field: string; readonly value: string }
  /** The currency has no coin so small. */
  | { readonly type: 'AmountTooFine'; readonly field: string; readonly value: string; readonly decimals: number }
  | { readonly type: 'NumberOutOfRange'; readonly field: string; readonly value: number }
  /** What people do with an envelope is said with its reason. */
  | { readonly type: 'ReasonMissing'; readonly of: string }
  | { readonly type: 'NameMissing'; readonly field: string }
  | { readonly type: 'HeadingNamedTwice'; readonly heading: string }
  | { readonly type: 'HeadingUnknown'; readonly heading: string }
  | { readonly type: 'HeadingsExceedEnvelope'; readonly amount: string; readonly headings: string }
  | { readonly type: 'ProjectNotAllocated'; readonly project: string }
  | { readonly type: 'ProjectAllocatedTwice'; readonly project: string }
  | { readonly type: 'ProjectUnderAnotherHeading'; readonly project: string; readonly heading: string | null; readonly given: string }
  | { readonly type: 'EnvelopeExceeded'; readonly amount: string; readonly allocated: string }
  /** `heading` is null for what no heading keeps. */
  | { readonly type: 'HeadingExceeded'; readonly heading: string | null; readonly amount: string; readonly allocated: string }
  | { readonly type: 'ProjectAlreadyFunded'; readonly project: string; readonly funded: string; readonly given: string }
  | { readonly type: 'CostNotKnown'; readonly project: string }
  /** The project costs more than it is allocated and others pay. */
  | { readonly type: 'ProjectNotCovered'; readonly project: string; readonly cost: string; readonly covered: string }
  /** The project costs less than it is allocated and others pay. */
  | { readonly type: 'CostExceeded'; readonly project: string; readonly cost: string; readonly covered: string }
  | { readonly type: 'ProjectsNotFunded'; readonly projects: ReadonlyArray<string> }
