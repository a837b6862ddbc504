import type { OpinionCommand, OpinionEvent } from './opinion-book.ts'

/** The command that leads to an event: all that it says is in the event, so that any log can be decided again. */
export const commandOfOpinion = ({ gate: relied, ...event }: OpinionEvent): OpinionCommand => {
  const gate = { open: true, capability: 'amend', ...relied } as const
  if (event.type === 'ArticleOpinionWithdrawn') return { ...event, type: 'WithdrawArticleOpinion', gate }
  const { textId, version, articleId } = event
  return { ...event, type: 'GiveArticleOpinion', text: { textId, version, articles: [articleId] }, gate }
}
