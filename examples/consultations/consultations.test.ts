import { describe, expect, it } from 'vitest'
import { findings, followed, places } from './etats-generaux.content.ts'
import { etatsGeneraux } from './etats-generaux.ts'
import { placeDuMarche } from './place-du-marche.ts'
import { storyOf } from './story.ts'

const page = (lines: ReadonlyArray<string>): string => `${lines.join('\n')}\n`

describe('la place du Marché', async () => {
  const { session, refused, status, isComplete } = await placeDuMarche()
  it('raconte toute son histoire', async () => {
    await expect(page(storyOf(session))).toMatchFileSnapshot('place-du-marche.txt')
  })
  it('refuse ce qui vient trop tard et ne se clôt pas sur des contributions sans réponse', () => {
    const lacks = [{ rule: 'I19', missing: 'answers', count: 2 }]
    expect(refused).toStrictEqual(['GateClosed', JSON.stringify({ type: 'NotReadyToClose', lacks })])
    expect({ status, isComplete }).toStrictEqual({ status: 'Closed', isComplete: true })
  })
})

describe('les États généraux du Val-de-Lierre', async () => {
  const { session, status, isComplete } = await etatsGeneraux()
  it('racontent toute leur histoire', async () => {
    await expect(page(storyOf(session))).toMatchFileSnapshot('etats-generaux.txt')
  })
  it('ont cinq thèmes, douze réunions, des contributions de trois canaux, et une réponse à chacune', () => {
    const events = [...session.store.readAll()].map(({ event }) => event)
    const of = (type: string) => events.filter((event) => event.type === type)
    expect(findings.map(({ theme }) => theme)).toStrictEqual(followed.map(({ theme }) => theme))
    expect([of('MeetingScheduled').length, of('MinutesPublished').length, places.length]).toStrictEqual([12, 12, 12])
    const channels = of('ContributionReceived').map((event) => ('channel' in event ? event.channel : ''))
    expect(new Set(channels)).toStrictEqual(new Set(['online', 'meeting', 'paper']))
    expect({ status, isComplete }).toStrictEqual({ status: 'Closed', isComplete: true })
  })
})
