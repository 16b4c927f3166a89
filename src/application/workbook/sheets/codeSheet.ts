import type { ChoiceData } from '../../../domain/instrument/Instrument'
import type { Instrument } from '../../../domain/instrument/loadInstrument'
import { columnsIn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../WorkbookSheet'

/** Every code of the form with its words, so that the other sheets can be read by machine. */
export function codeSheet(instrument: Instrument | undefined, texts: Texts): WorkbookSheet {
  const rows = Object.entries(instrument?.data.choices ?? {}).flatMap(
    ([list, codes]: [string, readonly ChoiceData[]]) => codes.map((choice) => ({ list, choice })),
  )
  const column = columnsIn<(typeof rows)[number]>(texts)
  const columns = [
    column('list', 24, 'text', ({ list }) => list),
    column('code', 24, 'text', ({ choice }) => choice.name),
    column('label', 30, 'text', ({ choice }) => choice.label['zh-CN']),
    column('labelEn', 40, 'text', ({ choice }) => choice.label.en),
  ]
  return listSheet({ key: 'codes', columns }, rows, texts)
}
