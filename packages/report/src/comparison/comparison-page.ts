import { whatIfs } from '../difference/what-ifs.ts'
import { markup, named } from '../markup.ts'
import { asked } from './asked.ts'
import type { Comparison, ComparisonReport } from './comparison.ts'
import { decided } from './decided.ts'
import { differences } from './differences.ts'
import { moneyAndSupport } from './money-and-support.ts'
import { projectPicture } from './project-picture.ts'
import { reproduce } from './reproduce.ts'
import { style } from './style.ts'
import { whoVoted } from './who-voted.ts'

const sections = (comparison: Comparison) => markup`${asked(comparison)}
${whoVoted(comparison)}
${decided(comparison)}
${projectPicture(comparison)}
${moneyAndSupport(comparison)}
${differences(comparison)}
${whatIfs(comparison)}`

/**
 * One HTML page that shows what several rules decide on the same ballots: what was asked, who voted, option by option,
 * money used, voters reached, where the rules differ, and how to make the page again.
 *
 * Self-contained: no script, no network, no date; the same report gives the same bytes. Every text is escaped.
 * Cost: for each two answers, one pass over the distinct ballots.
 * @example
 * const report = { title: 'Budget of Little Aubel', source: 'town.db', events: 0, hash: 'none', command: 'npx isegoria replay town.db', polls: [] }
 * comparisonPage(report).includes('<title>Budget of Little Aubel</title>') // => true
 */
export const comparisonPage = (report: ComparisonReport): string =>
  markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${report.title}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${named(report.title)}</h1></header>
<main>
${report.polls.map(sections)}
${reproduce(report)}
</main>
</body>
</html>
`.html
