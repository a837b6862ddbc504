import type { SomeLabels } from '../labels.ts'

/** English for what is said of several kinds of things alike. */
export const shared = {
  events: {},
  statuses: {},
  rejections: {
    NameMissing: 'A name is missing.',
    ReasonMissing: 'A reason must be given.',
    WordsMissing: 'A text that is required is empty.',
    ContentMissing: 'The content is missing.',
    ContentHashNotReadable: 'The fingerprint of the content cannot be read.',
    NotAHash: 'This fingerprint cannot be read.',
    NotAKey: 'This key is not valid. A name cannot serve as a key.',
    NotTheAuthor: 'Only the person who wrote this text can do that.',
    GateClosed: 'This is not possible at the moment.',
    GateForSomethingElse: 'This stage is for something else.',
    GateOfAnotherTime: 'The stage was checked for another moment.',
    GateOfAnotherPhase: 'Another stage is open at the moment.',
    AmountNotReadable: 'This amount cannot be read.',
    NumberOutOfRange: 'This number is not possible here.',
    OutsideVotingTime: 'Voting is not open at this time.',
    NotOnRoll: 'This person is not on the electoral roll.',
  },
} satisfies SomeLabels
