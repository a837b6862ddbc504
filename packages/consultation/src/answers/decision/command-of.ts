import type { DecisionCommand } from './commands.ts'
import type { DecisionEvent } from './events.ts'

/** The command that leads to an event: all that it says is in the event, so that any log can be decided again. */
export const commandOfDecision = (event: DecisionEvent): DecisionCommand => {
  switch (event.type) {
    case 'DecisionProposed':
      return { ...event, type: 'ProposeDecision' }
    case 'DecisionTaken':
      return { ...event, type: 'TakeDecision' }
    case 'DecisionAmended':
      return { ...event, type: 'AmendDecision' }
  }
}
