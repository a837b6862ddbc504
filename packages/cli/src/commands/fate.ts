import { existsSync } from 'node:fs'
import { Command, Option } from 'commander'
import { fateOf, languages } from '@isegoria/deliberation'
import type { Fate, Language } from '@isegoria/deliberation'
import { E } from '@isegoria/kernel'
import { onOneLine } from '@isegoria/report'
import { storePlace } from '../store-place.ts'
import { CommandRefused, print } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'
import { openLog } from './import.ts'

interface FateOptions {
  readonly language: Language
  readonly json?: boolean
}

interface Words {
  readonly status: Readonly<Record<Fate['status'], string>>
  readonly hidden: string
  readonly standsIn: string
  readonly responses: string
  readonly decisions: string
  readonly commitments: string
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    status: {
      withdrawn: 'withdrawn by whoever sent it in',
      answered: 'answered',
      exempted: 'left without an answer, with a published reason',
      awaiting: 'awaiting an answer',
      unanswered: 'not answered; the consultation is over',
    },
    hidden: 'hidden by a moderator; it counts all the same',
    standsIn: 'lives on in',
    responses: 'responses',
    decisions: 'decisions',
    commitments: 'commitments',
  },
  fr: {
    status: {
      withdrawn: 'retirée par la personne qui l’a déposée',
      answered: 'a reçu une réponse',
      exempted: 'sans réponse, pour un motif publié',
      awaiting: 'en attente d’une réponse',
      unanswered: 'sans réponse ; la consultation est terminée',
    },
    hidden: 'masquée par la modération ; elle compte quand même',
    standsIn: 'se prolonge dans',
    responses: 'réponses',
    decisions: 'décisions',
    commitments: 'engagements',
  },
}

const list = (name: string, ids: ReadonlyArray<string>): ReadonlyArray<string> => (ids.length === 0 ? [] : [`${name}: ${ids.join(', ')}`])

const describe = ({ id, status, isHidden, standsIn, responses, decisions, commitments }: Fate, language: Language): string => {
  const told = words[language]
  const promised = commitments.map((one) => `${one.commitmentId} (${one.status})`)
  const lines = [
    `${id}: ${told.status[status]}`,
    ...(isHidden ? [told.hidden] : []),
    ...list(told.standsIn, standsIn),
    ...list(told.responses, responses),
    ...list(told.decisions, decisions),
    ...list(told.commitments, promised),
  ]
  return lines.map(onOneLine).join('\n')
}

/** `isegoria fate`: what became of one contribution or proposal. */
export const fateCommand = (terminal: Terminal): Command =>
  new Command('fate')
    .description('tells what became of a contribution or a proposal: who answered it, what was decided and promised')
    .argument('<log.db>', 'a log')
    .argument('<contribution>', 'the id of a contribution or a proposal')
    .addOption(new Option('--language <language>', 'the language it is told in').choices(languages).default('en'))
    .option('--json', 'one JSON document on stdout')
    .action((path: string, id: string, { language, json = false }: FateOptions) => {
      if (!existsSync(path)) throw new CommandRefused(`${path}: no such file`)
      const store = openLog(storePlace(path), true, path)
      try {
        const fate = fateOf(store, id)
        if (E.isLeft(fate))
          throw new CommandRefused(
            fate.left.type === 'NothingReceived' ? `${path}: nothing was received under the id '${id}'` : `${path}: ${fate.left.reasons.join('; ')}`,
          )
        print(terminal, json, { source: path, ...fate.right }, () => describe(fate.right, language))
      } finally {
        store.close()
      }
    })
