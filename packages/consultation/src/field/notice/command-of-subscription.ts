import type { SubscriptionCommand, SubscriptionEvent } from './subscription.ts'

/** The command that leads to an event: all that it says is in the event, so that any log can be decided again. */
export const commandOfSubscription = (event: SubscriptionEvent): SubscriptionCommand => {
  switch (event.type) {
    case 'SubscriptionStarted': {
      const { startedAt: at, ...terms } = event
      return { ...terms, type: 'Subscribe', at }
    }
    case 'SubscriptionChanged': {
      const { changedAt: at, ...terms } = event
      return { ...terms, type: 'Subscribe', at }
    }
    case 'SubscriptionEnded': {
      const { endedAt: at, ...terms } = event
      return { ...terms, type: 'Unsubscribe', at }
    }
  }
}
