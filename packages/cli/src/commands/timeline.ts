import { existsSync } from 'node:fs'
import { Command, Option } from 'commander'
import { languages, timelineOf } from '@isegoria/deliberation'
import type { Language, Timeline, TimelineRejection } from '@isegoria/deliberation'
import { E } from '@isegoria/kernel'
import { onOneLine } from '@isegoria/report'
import { storePlace } from '../store-place.ts'
import { CommandRefused, print } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'
import { openLog } from './import.ts'

interface TimelineOptions {
  readonly language: Language
  readonly consultation?: string
  readonly json?: boolean
}

const reasonOf = (rejection: TimelineRejection): string => {
  switch (rejection.type) {
    case 'Undecodable':
      return rejection.reasons.join('; ')
    case 'NoConsultation':
      return 'no consultation in this log'
    case 'ConsultationUnknown':
      return `no consultation '${rejection.consultationId}' in this log; there is ${rejection.consultationIds.join(', ')}`
    case 'SeveralConsultations':
      return `several consultations in this log; --consultation names one of ${rejection.consultationIds.join(', ')}`
  }
}

const noDay = ' '.repeat('2026-03-01'.length)

const describe = ({ title, lines }: Timeline): string =>
  [title, '', ...lines.map(({ at = noDay, text }) => `${at}  ${text}`)].map(onOneLine).join('\n')

/** `isegoria timeline`: the story of a consultation, as a citizen can read it. */
export const timelineCommand = (terminal: Terminal): Command =>
  new Command('timeline')
    .description('tells the story of a consultation from its log, as a citizen can read it')
    .argument('<log.db>', 'a log')
    .addOption(new Option('--language <language>', 'the language it is told in').choices(languages).default('en'))
    .option('--consultation <id>', 'which one, where the log holds several')
    .option('--json', 'one JSON document on stdout')
    .action((path: string, { language, consultation, json = false }: TimelineOptions) => {
      if (!existsSync(path)) throw new CommandRefused(`${path}: no such file`)
      const store = openLog(storePlace(path), true, path)
      try {
        const told = timelineOf(store, { language, ...(consultation === undefined ? {} : { consultationId: consultation }) })
        if (E.isLeft(told)) throw new CommandRefused(`${path}: ${reasonOf(told.left)}`)
        const { consultationId, title, lines } = told.right
        print(terminal, json, { source: path, consultation: consultationId, title, language, lines }, () => describe(told.right))
      } finally {
        store.close()
      }
    })
