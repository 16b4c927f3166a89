import {
  choicesOf,
  type AreaAnswers,
  type AreaForm,
  type AreaQuestion,
} from '../../../domain/programmes/census/AreaForm'
import { areaParts } from '../../../domain/villages/areaParts'
import { columnsIn, type CellType, type PlainCell } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../../workbook/WorkbookSheet'

interface VillageRow {
  readonly village: string
  readonly number: number
  readonly answers: AreaAnswers
}

const TYPES: Readonly<Record<AreaQuestion['type'], CellType>> = {
  select_one: 'text',
  integer: 'integer',
  decimal: 'yuan',
  text: 'text',
}

/** One row a village, with what its form says; what it does not say is said to be unanswered. */
export function areaFormSheet(
  villages: readonly string[],
  answers: ReadonlyMap<string, AreaAnswers>,
  form: AreaForm,
  texts: Texts,
): WorkbookSheet {
  const column = columnsIn<VillageRow>(texts)
  const columns = [
    column('township', 14, 'text', ({ village }) => areaParts(village).township || null),
    column('village', 20, 'text', ({ village }) => areaParts(village).village || null),
    ...form.questions.map((question) => ({
      key: `form_${question.name}`,
      label: question.label[texts.language],
      width: 14,
      type: TYPES[question.type],
      value: ({ answers: own }: VillageRow) => {
        const value = areaAnswer(own, question, form, texts)
        return value === null
          ? ({ value: texts.term('writings', 'unanswered'), type: 'text' } as const)
          : value
      },
    })),
    column('villageNumber', 8, 'integer', ({ number }) => number),
    column('villageKey', 30, 'text', ({ village }) => village),
  ]
  const rows = villages.map((village, index) => {
    return { village, number: index + 1, answers: answers.get(village) ?? {} }
  })
  return {
    ...listSheet({ key: 'villages', columns }, rows, texts),
    inputs: [],
    colours: [{ columns: ['villageNumber', 'villageKey'], when: 'TRUE', look: 'quiet' }],
  }
}

/** What an area's form says to a question, choices in words; null where nothing. */
export function areaAnswer(
  answers: AreaAnswers,
  question: AreaQuestion,
  form: AreaForm,
  { language }: Texts,
): PlainCell {
  const value = answers[question.name] ?? null
  const choice = choicesOf(form, question).find(({ name }) => name === value)
  return choice?.label[language] ?? value
}
