/** What the reference says of one event. */
export interface DocumentedEvent {
  readonly aggregate: string
  readonly type: string
  /** From its table, in the order of the page. */
  readonly fields: ReadonlyArray<string>
  readonly example: string
}

/** The texts of a page's second-level headings. */
export const headingsOf = (page: string): ReadonlyArray<string> => [...page.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading)

const eventOf = (aggregate: string, section: string): DocumentedEvent => {
  const type = /^`(\w+)`/.exec(section)?.[1] ?? ''
  const fields = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, field = '']) => field)
  return { aggregate, type, fields, example: /```json\n([\s\S]*?)```/.exec(section)?.[1] ?? '' }
}

/** The events of `events.md`: one third-level heading each, under the heading of its aggregate. */
export const eventsOfPage = (page: string): ReadonlyArray<DocumentedEvent> =>
  page
    .split(/^## /m)
    .slice(1)
    .flatMap((part) => {
      const [aggregate = '', ...sections] = part.split(/^### /m)
      return sections.map((section) => eventOf(aggregate.split('\n')[0] ?? '', section))
    })
