import { escapeUTF8 } from 'entities/escape'

/** A piece of HTML that is safe to put into a page as it is. */
export interface Markup {
  readonly html: string
}

type Insert = string | number | Markup | ReadonlyArray<Markup>

/** A text in HTML: escaped, and without the control characters that HTML forbids, line ends and tabs aside. */
const escaped = (text: string): string => escapeUTF8(text.replaceAll(/[^\P{Cc}\n\t]/gu, ' '))

const textOf = (insert: Insert): string => {
  if (typeof insert === 'string') return escaped(insert)
  if (typeof insert === 'number') return `${insert}`
  return 'html' in insert ? insert.html : insert.map(({ html }) => html).join('\n')
}

/**
 * HTML from a template: every text put into it is escaped, so that no name of a project can become a tag.
 *
 * @example markup`<b>${'Trees & shade'}</b>` // => { html: '<b>Trees &amp; shade</b>' }
 */
export const markup = (parts: TemplateStringsArray, ...inserts: ReadonlyArray<Insert>): Markup => ({
  html: parts.reduce((before, part, place) => `${before}${textOf(inserts[place - 1] ?? '')}${part}`),
})

/** Nothing at all. */
export const nothing: Markup = { html: '' }

/** A long name as a command line writes it, which may break after each comma, equals sign or colon. */
export const breakable = (text: string): Markup => ({ html: escaped(text).replace(/[:,=]/g, '$&<wbr>') })

/** A name from outside, set apart so that the direction of its letters cannot reorder the figures beside it. */
export const named = (text: string): Markup => markup`<bdi>${text}</bdi>`
