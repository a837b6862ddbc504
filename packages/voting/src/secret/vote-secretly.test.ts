import { constants, KeyObject, privateDecrypt } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { credentialCheck, finaliseCredential, generateIssuerKeys, requestCredential, requestHash, signRequest } from '@isegoria/credential'
import type { Credential, CredentialFault, IssuerKeys } from '@isegoria/credential'
import { handle } from '@isegoria/engine'
import type { EventStore } from '@isegoria/engine'
import type { Ballot } from '@isegoria/election'
import { E, seededPrng } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { coarseInstant } from './coarse-instant.ts'
import { rollEvents } from './events.ts'
import { publicBox } from './public-box.ts'
import { rollEntry } from './roll-entry.ts'
import { secretCommits } from './secret-commits.ts'
import type { SecretCommit } from './secret-commits.ts'
import { approve, boxOf, eventsOf, noon, randomId, right, rollOf, secretStore, spentOf, terms } from './secret.fixture.ts'
import { rollStream } from './streams.ts'
import type { SecretWrite } from './vote-secretly.ts'
import { voteSeparated, voteWithCredential } from './vote-secretly.ts'

type Prepared = Either<{ readonly type: string }, ReadonlyArray<SecretWrite>>
const commitsOf = (writes: ReadonlyArray<SecretWrite>): ReadonlyArray<SecretCommit> => right(secretCommits(writes, { at: noon, randomId }))

const prepareSeparated = async (store: EventStore, voterKey: string, ballot: Ballot): Promise<Prepared> =>
  voteSeparated({ terms, voterKey, ballotId: randomId(), ballot, at: noon }, await rollOf(store, voterKey))

let keys: IssuerKeys
let faultOf: (pollId: string, credential: Credential) => CredentialFault | undefined
let genuine: ReadonlyArray<Credential>
let foreign: ReadonlyArray<Credential>
const ask = async ({ publicKey, privateKey }: IssuerKeys, pollId: string): Promise<Credential> => {
  const { request, secret } = right(await requestCredential(publicKey, pollId)())
  // as signRequest answers, which a test beside it shows, and two hundred times as quick
  const answer = privateDecrypt({ key: KeyObject.from(privateKey), padding: constants.RSA_NO_PADDING }, Buffer.from(request, 'hex'))
  return right(await finaliseCredential(publicKey, secret, answer.toString('hex'))())
}
beforeAll(async () => {
  keys = right(await generateIssuerKeys()())
  const others = right(await generateIssuerKeys()())
  faultOf = credentialCheck(keys.publicKey)
  genuine = await Promise.all(['', '', ''].map(() => ask(keys, terms.pollId)))
  const [one] = genuine
  if (one === undefined) throw new Error('unreachable')
  const ofAnotherPoll = await ask(keys, 'p/2')
  foreign = [
    await ask(others, terms.pollId),
    ofAnotherPoll,
    { ...ofAnotherPoll, pollId: terms.pollId },
    { ...one, serial: '00'.repeat(32) },
    { ...one, serial: one.serial.toUpperCase() },
    { ...one, signature: one.signature.replace(/^../, (byte) => (byte === '00' ? '01' : '00')) },
  ]
})

const prepare = async (store: EventStore, credential: Credential, ballot: Ballot): Promise<Prepared> => {
  const { serial } = credential
  return voteWithCredential({ terms, credential, ballot, at: noon, faultOf }, await boxOf(store, serial), await spentOf(store, serial))
}
const issueTo = async (store: EventStore, voterKey: string, request: string) =>
  handle(rollEntry, rollEvents, store)(
    rollStream(terms.pollId, voterKey),
    { type: 'IssueCredential', voterKey, request: requestHash(request), terms, at: noon },
    { commandId: randomId(), recordedAt: coarseInstant(noon) },
  )()
const typesOf = (store: EventStore): ReadonlyArray<string> => eventsOf(store).map(({ type }) => type)

describe('a vote at level separated', () => {
  it('marks the voter and deposits the ballot, both or neither', async () => {
    const store = secretStore()
    const [first, rival] = [await prepareSeparated(store, 'v1', approve('a')), await prepareSeparated(store, 'v1', approve('b'))]
    right(await store.appendMany(commitsOf(right(first)))())
    expect(typesOf(store)).toStrictEqual(['AnonymousBallotDeposited', 'VoterMarked'])
    expect(await store.appendMany(commitsOf(right(rival)))()).toMatchObject(E.left({ type: 'Conflict', stream: rollStream(terms.pollId, 'v1') }))
    expect(typesOf(store)).toHaveLength(2)
    expect(await prepareSeparated(store, 'v1', approve('b'))).toStrictEqual(E.left({ type: 'VoterAlreadyMarked' }))
  })
  it('with an ill-formed ballot marks nobody', async () => {
    const store = secretStore()
    expect(await prepareSeparated(store, 'v1', approve('x'))).toStrictEqual(E.left({ type: 'OptionUnknown', option: 'x' }))
    right(await store.appendMany(commitsOf(right(await prepareSeparated(store, 'v1', approve('a')))))())
    expect(typesOf(store)).toHaveLength(2)
  })
})

describe('a vote at level credential', () => {
  it('goes from the roll to the box by a credential that the roll never saw', async () => {
    const store = secretStore()
    const { request, secret } = right(await requestCredential(keys.publicKey, terms.pollId)())
    right(await issueTo(store, 'v1', request))
    expect(right(await issueTo(store, 'v1', request)).events).toStrictEqual([])
    expect(await issueTo(store, 'v1', `${request}00`)).toStrictEqual(E.left({ type: 'CredentialAlreadyIssued' }))
    const answer = right(await signRequest(keys.privateKey, request)())
    const shown = right(await finaliseCredential(keys.publicKey, secret, answer)())
    right(await store.appendMany(commitsOf(right(await prepare(store, shown, approve('a')))))())
    expect(typesOf(store)).toStrictEqual(['VotingCredentialIssued', 'AnonymousBallotDeposited', 'CredentialSpent'])
    const box = right(publicBox(eventsOf(store), { pollId: terms.pollId, rulesHash: terms.rulesHash, level: 'credential' }))
    expect(box.credentials.map((credential) => faultOf(terms.pollId, credential))).toStrictEqual([undefined])
  })
  it('is final: the same again is nothing to do, another ballot is refused', async () => {
    const store = secretStore()
    const [shown] = genuine
    if (shown === undefined) throw new Error('unreachable')
    right(await store.appendMany(commitsOf(right(await prepare(store, shown, approve('a', 'b')))))())
    expect(await prepare(store, shown, approve('b', 'a'))).toStrictEqual(E.right([]))
    expect(await prepare(store, shown, approve('c'))).toStrictEqual(E.left({ type: 'BallotAlreadyDeposited' }))
  })
  it('with a forged credential, or one of another poll or key, writes nothing', async () => {
    const types = ['CredentialForged', 'CredentialOfAnotherPoll', 'CredentialForged', 'CredentialForged', 'CredentialMalformed', 'CredentialForged']
    const answers = await Promise.all(foreign.map((credential) => prepare(secretStore(), credential, approve('a'))))
    expect(answers).toMatchObject(types.map((type) => E.left({ type })))
  })
  it('with an ill-formed ballot leaves the credential unspent', async () => {
    const store = secretStore()
    const [shown] = genuine
    if (shown === undefined) throw new Error('unreachable')
    expect(await prepare(store, shown, approve('a', 'b', 'c'))).toStrictEqual(E.left({ type: 'OutOfLimits', limit: 'most', value: 3 }))
    expect(typesOf(store)).toStrictEqual([])
    right(await store.appendMany(commitsOf(right(await prepare(store, shown, approve('a')))))())
    expect(typesOf(store)).toStrictEqual(['AnonymousBallotDeposited', 'CredentialSpent'])
  })
})

const ballots = [approve('a'), approve('b'), approve(), approve('x'), approve('a', 'b', 'c'), approve('a', 'a')]

/** `count` submissions: each is prepared on what was stored then, and delivered later, in any order, perhaps several times. */
const flood = async (
  store: EventStore,
  count: number,
  submit: (voter: number, ballot: Ballot) => Promise<Prepared>,
): Promise<ReadonlyMap<string, number>> => {
  const { below } = seededPrng('duplicated, reordered, replayed')
  const answers = new Map<string, number>()
  const waiting: Array<ReadonlyArray<SecretCommit>> = []
  const tell = (answer: string): void => void answers.set(answer, (answers.get(answer) ?? 0) + 1)
  for (let sent = 0; sent < count;) {
    if (waiting.length < 20 && below(4) > 0) {
      const prepared = await submit(below(1000), ballots[below(ballots.length)] ?? approve())
      if (E.isRight(prepared) && prepared.right.length > 0) waiting.push(commitsOf(prepared.right))
      else {
        tell(E.isLeft(prepared) ? prepared.left.type : 'nothing to do')
        sent++
      }
      continue
    }
    const place = below(waiting.length + 1)
    const commits = waiting[place]
    if (commits === undefined) continue
    if (below(3) > 0) waiting.splice(place, 1)
    const written = await store.appendMany(commits)()
    tell(E.isLeft(written) ? written.left.type : written.right.events > 0 ? 'stored' : 'repeated')
    sent++
  }
  return answers
}

describe('ten thousand duplicated, reordered and replayed submissions', () => {
  it('leave one ballot for each credential that was shown, and none for the others', async () => {
    const store = secretStore()
    const all = [...genuine, ...foreign]
    const answers = await flood(store, 10_000, async (voter, ballot) => {
      const credential = all[voter % all.length]
      if (credential === undefined) throw new Error('unreachable')
      return prepare(store, credential, ballot)
    })
    const types = typesOf(store)
    expect(types.filter((type) => type === 'AnonymousBallotDeposited')).toHaveLength(genuine.length)
    expect(types.filter((type) => type === 'CredentialSpent')).toHaveLength(genuine.length)
    expect(types).toHaveLength(2 * genuine.length)
    expect(answers.get('stored')).toBe(genuine.length)
    for (const answer of [
      'nothing to do',
      'Conflict',
      'repeated',
      'BallotAlreadyDeposited',
      'CredentialForged',
      'CredentialOfAnotherPoll',
      'OptionUnknown',
    ])
      expect(answers.get(answer) ?? 0, answer).toBeGreaterThan(0)
  })
  it('leave one ballot for each marked voter', async () => {
    const store = secretStore()
    const answers = await flood(store, 10_000, (voter, ballot) => prepareSeparated(store, `v${voter}`, ballot))
    const box = right(publicBox(eventsOf(store), { pollId: terms.pollId, rulesHash: terms.rulesHash, level: 'separated' }))
    expect(box.counts.ballots).toBe(box.counts.roll)
    expect(box.counts.roll).toBe(answers.get('stored'))
    expect(box.counts.roll).toBeGreaterThan(900)
    for (const answer of ['Conflict', 'repeated', 'VoterAlreadyMarked']) expect(answers.get(answer) ?? 0, answer).toBeGreaterThan(0)
  })
})
