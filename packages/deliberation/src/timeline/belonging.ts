import type { DeliberationEvent } from '../face/aggregates.ts'

/** By what an event says where it belongs, if it does not name the consultation: the most telling first. */
const owners: ReadonlyArray<readonly [field: string, kinds: ReadonlyArray<string>]> = [
  ['pollId', ['pollId']],
  ['envelopeId', ['envelopeId']],
  ['amendmentId', ['amendmentId']],
  ['contributionId', ['contributionId']],
  ['proposalId', ['proposalId']],
  ['textId', ['textId']],
  ['contentId', ['contributionId', 'proposalId', 'amendmentId']],
  ['responseId', ['responseId']],
  ['decisionId', ['decisionId']],
  ['commitmentId', ['commitmentId']],
  ['meetingId', ['meetingId']],
  ['batchId', ['batchId']],
  ['noticeId', ['noticeId']],
  ['reportId', ['reportId']],
  ['questionnaireId', ['questionnaireId']],
  ['drawId', ['drawId']],
  ['rollId', ['rollId']],
  ['projectId', ['proposalId']],
]

/** Whether events belong to one consultation, in a log that holds several. */
export interface Belonging {
  /** Reads an event; `undefined` where nothing has said so yet. */
  readonly see: (event: DeliberationEvent) => boolean | undefined
  /** Whether a roll is one of the consultation's, once all is read. */
  readonly hasRoll: (rollId: string) => boolean
}

/** Events of a consultation name it, or name what an earlier event has said to be its own. Memory for one entry of each such thing. */
export const belonging = (consultationId: string): Belonging => {
  const own = new Map<string, boolean>()
  const see = (event: DeliberationEvent): boolean | undefined => {
    const fields = new Map<string, unknown>(Object.entries(event))
    const named = fields.get('consultationId')
    const [field, kinds] = owners.find(([name]) => typeof fields.get(name) === 'string') ?? ['', []]
    const id = String(fields.get(field))
    if (named === undefined) return kinds.map((kind) => own.get(`${kind}:${id}`)).find((known) => known !== undefined)
    const isOwn = named === consultationId
    if (kinds.length === 1) own.set(`${kinds[0]}:${id}`, isOwn)
    if (event.type === 'PollDefined' && event.electors !== undefined && (isOwn || !own.has(`rollId:${event.electors}`)))
      own.set(`rollId:${event.electors}`, isOwn)
    return isOwn
  }
  return { see, hasRoll: (rollId) => own.get(`rollId:${rollId}`) === true }
}
