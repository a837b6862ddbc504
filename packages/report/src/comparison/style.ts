import type { Markup } from '../markup.ts'

/** The page's one style sheet: system fonts, light and dark, from 320 pixels up, and on paper. Colours after Okabe and Ito. */
export const style: Markup = {
  html: `
:root { color-scheme: light dark; --ink: #1c1b19; --soft: #5f5b55; --paper: #fdfcf9; --line: #dcd8cf; --tint: #f3f0e8 }
@media (prefers-color-scheme: dark) { :root { --ink: #eeebe4; --soft: #aaa59b; --paper: #191817; --line: #3d3a36; --tint: #262421 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 62rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 1rem 0 }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; padding-top: .8rem; border-top: 1px solid var(--line) }
h3 { font-size: 1rem; margin: 1rem 0 .4rem } h4 { font-size: .95rem; margin: 0 0 .4rem }
p { margin: .4rem 0 } ul { margin: .4rem 0; padding: 0; list-style: none } code, pre { font-size: .85em }
pre { white-space: pre-wrap; padding: .7rem; background: var(--tint); border-radius: .3rem }
summary { cursor: pointer; padding: .4rem 0 }
.question { font-size: 1.15rem } .figures, .id, .standing, .rule { color: var(--soft); font-size: .88rem }
dl { margin: .6rem 0 } dt { color: var(--soft); font-size: .88rem } dd { margin: 0 }
.facts { display: flex; flex-wrap: wrap; gap: .6rem 2rem } .facts dd { font-size: 1.1rem } .hashes > div { margin: .5rem 0 }
.c0 { --own: #0072b2 } .c1 { --own: #d55e00 } .c2 { --own: #009e73 } .c3 { --own: #cc79a7 } .c4 { --own: #b58900 }
.bar { display: block; height: .6rem; background: var(--line); border-radius: .15rem; overflow: hidden }
.bar > span { display: block; height: 100%; background: var(--own, var(--soft)) }
.attributes, .cards, .sides { display: grid; gap: 1rem 1.6rem; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)) }
.attribute li { display: grid; grid-template-columns: 6rem minmax(2rem, 1fr) max-content; gap: .5rem; align-items: center; font-size: .88rem }
.attribute h3::first-letter { text-transform: uppercase }
.cards > article, .side { padding: .8rem; background: var(--tint); border-left: .3rem solid var(--own); border-radius: .2rem }
.cards h3 { margin-top: 0 }
.letter { display: inline-block; min-width: 1.5em; padding: 0 .3em; text-align: center; color: #fff; background: var(--own); border-radius: .2rem }
.picture > li { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: .2rem 1rem; padding: .5rem 0; border-bottom: 1px solid var(--line) }
.answer { display: grid; grid-template-columns: 6.4rem minmax(0, 1fr); align-items: center; font-size: .85rem; line-height: 1.4 }
.answer b { color: var(--own) } .answer.missed > span:first-child { color: var(--soft) }
.length { height: .8rem; min-width: 3px; border: 1.5px solid var(--own); border-radius: .15rem }
.answer.chosen .length { background: var(--own) } .answer.missed .length { border-style: dashed; opacity: .7 }
.side li { margin: .3rem 0 } .side .figures { display: block }
.key { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; font-size: .88rem } .key svg { height: .8rem; vertical-align: -.1em }
figure { margin: 1rem 0 } figcaption { color: var(--soft); font-size: .88rem }
.stack { display: block; width: 100%; height: 1.1rem; border-radius: .15rem } .lines { display: block; width: 100%; height: 16rem; overflow: visible; margin: .6rem 0 }
.wide { overflow-x: auto } table { border-collapse: collapse; font-size: .8rem } th, td { padding: .15rem .5rem; text-align: right; border-bottom: 1px solid var(--line) } th:first-child { text-align: left; min-width: 8rem }
@media (max-width: 34rem) { .picture > li { grid-template-columns: minmax(0, 1fr) } body { padding: .8rem } }
@media print { body { max-width: none } * { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
`,
}
