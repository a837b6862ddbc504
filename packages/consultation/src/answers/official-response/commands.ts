import * as t from 'io-ts'
import { eventCodec } from '@isegoria/kernel'
import { correction, draft, exemption, publication } from './events.ts'

const DraftResponse = t.strict({ type: t.literal('DraftResponse'), ...draft }, 'DraftResponse')
export interface DraftResponse extends Readonly<t.TypeOf<typeof DraftResponse>> {}

const PublishResponse = t.strict({ type: t.literal('PublishResponse'), ...publication }, 'PublishResponse')
export interface PublishResponse extends Readonly<t.TypeOf<typeof PublishResponse>> {}

const CorrectResponse = t.strict({ type: t.literal('CorrectResponse'), ...correction }, 'CorrectResponse')
export interface CorrectResponse extends Readonly<t.TypeOf<typeof CorrectResponse>> {}

const PublishExemption = t.strict({ type: t.literal('PublishExemption'), ...exemption }, 'PublishExemption')
export interface PublishExemption extends Readonly<t.TypeOf<typeof PublishExemption>> {}

export type OfficialResponseCommand = DraftResponse | PublishResponse | CorrectResponse | PublishExemption

/** Decodes a command where it comes in. */
export const officialResponseCommands = eventCodec<OfficialResponseCommand>({ DraftResponse, PublishResponse, CorrectResponse, PublishExemption })
