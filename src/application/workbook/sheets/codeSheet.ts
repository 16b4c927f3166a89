import type { ChoiceData } from '../../../domain/instrument/Instrument'
import type { Instrument } from '../../../domain/instrument/loadInstrument'
import { columnsIn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../WorkbookSheet'

/** Every code of the form with its words and the questions that have it, for programs and whoever writes them. */
export function codeSheet(instrument: Instrument | undefined, texts: Texts): WorkbookSheet {
  const rows = Object.entries(instrument?.data.choices ?? {}).flatMap(
    ([list, codes]: [string, readonly ChoiceData[]]) => {
      const questions = questionsWith(list, instrument, texts)
      return codes.map((choice) => ({ questions, choice }))
    },
  )
  const column = columnsIn<(typeof rows)[number]>(texts)
  const columns = [
    column('question', 40, 'text', ({ questions }) => questions),
    column('code', 24, 'text', ({ choice }) => choice.name),
    column('label', 30, 'text', ({ choice }) => choice.label['zh-CN']),
    column('labelEn', 40, 'text', ({ choice }) => choice.label.en),
  ]
  return listSheet({ key: 'codes', columns }, rows, texts)
}

function questionsWith(list: string, instrument: Instrument | undefined, texts: Texts): string {
  const asked = [...(instrument?.questions.values() ?? [])].filter(({ data }) => data.choices === list)
  return [...new Set(asked.map(({ data }) => data.label[texts.language]))].join('、')
}
