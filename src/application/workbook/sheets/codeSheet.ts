import type { ChoiceData } from '../../../domain/instrument/Instrument'
import type { Instrument } from '../../../domain/instrument/loadInstrument'
import { columnsIn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type SheetName, type WorkbookSheet } from '../WorkbookSheet'
import { decisionLists } from './decisionWords'

/** Codes that are chosen among, with the questions that have them. */
export interface CodeList {
  readonly name: string
  readonly questions: string
  readonly choices: readonly Pick<ChoiceData, 'name' | 'label'>[]
}

/** Name of the labels of a list in the workbook's language, for drop-downs; its codes have the same with `_codes`. */
export function listName(list: string): string {
  return `L_${list}`
}

/** Every code of the form and of the decisions, if any are taken, a block a list, with its words and the questions that have it. */
export function codeSheet(
  instrument: Instrument | undefined,
  texts: Texts,
  decisions: readonly CodeList[] = decisionLists(texts),
): WorkbookSheet {
  const lists = [...formLists(instrument, texts), ...decisions].filter(({ choices }) => choices.length > 0)
  const rows = lists.flatMap(({ questions, choices }) => choices.map((choice) => ({ questions, choice })))
  const column = columnsIn<(typeof rows)[number]>(texts)
  const columns = [
    column('question', 40, 'text', ({ questions }) => questions),
    column('code', 24, 'text', ({ choice }) => choice.name),
    column('label', 30, 'text', ({ choice }) => choice.label['zh-CN']),
    column('labelEn', 40, 'text', ({ choice }) => choice.label.en),
  ]
  return {
    ...listSheet({ key: 'codes', columns }, rows, texts),
    inputs: [],
    names: namesOf(lists, texts.language === 'en' ? 'labelEn' : 'label'),
  }
}

function formLists(instrument: Instrument | undefined, texts: Texts): readonly CodeList[] {
  return Object.entries(instrument?.data.choices ?? {}).map(([name, choices]) => {
    return { name, choices, questions: questionsWith(name, instrument, texts) }
  })
}

function questionsWith(list: string, instrument: Instrument | undefined, texts: Texts): string {
  const asked = [...(instrument?.questions.values() ?? [])].filter(({ data }) => data.choices === list)
  return [...new Set(asked.map(({ data }) => data.label[texts.language]))].join('、')
}

function namesOf(lists: readonly CodeList[], labels: 'label' | 'labelEn'): readonly SheetName[] {
  let from = 0
  return lists.flatMap(({ name, choices }) => {
    const rows = { from, row: from + choices.length - 1 }
    from += choices.length
    return [
      { name: listName(name), column: labels, ...rows },
      { name: `${listName(name)}_codes`, column: 'code', ...rows },
    ]
  })
}
