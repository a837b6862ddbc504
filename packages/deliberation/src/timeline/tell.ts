import type { Detail } from './detail.ts'
import type { SingleEvent } from './group-of.ts'
import type { Known } from './known.ts'
import { tellPeople } from './tell-people.ts'
import { tellPolls } from './tell-polls.ts'
import { tellProcess } from './tell-process.ts'
import type { EventOf, SingleType, Telling, Tellings } from './telling.ts'

const tellings: Tellings = { ...tellProcess, ...tellPeople, ...tellPolls }

const tellOne = <Type extends SingleType>(type: Type, event: EventOf<Type>, known: Known): ReturnType<Telling<Type>> => tellings[type](event, known)

/** What the line of an event says besides its label; `undefined` for what is not told. */
export const tell = (event: SingleEvent, known: Known): ReadonlyArray<Detail> | undefined => tellOne(event.type, event, known)
