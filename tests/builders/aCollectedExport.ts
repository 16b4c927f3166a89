import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import type { AnswerRecord } from '../../src/application/assess/AnswerRecord'
import type { RosterFile } from '../../src/application/roster/spreadsheetPort'
import type { FormField, FormItem, FormModel } from '../../src/application/xlsform/FormModel'
import { evidenceOf, otherOf } from '../../src/application/xlsform/formNames'
import { groupBy } from '../../src/domain/shared/groupBy'

/** A row of a collected table: values by the names of the form's fields. */
export type CollectedValues = Readonly<Record<string, string | number>>

/** What a server has of one household. */
export interface CollectedHousehold {
  readonly main: CollectedValues
  readonly member: readonly CollectedValues[]
  readonly line: readonly CollectedValues[]
}

/** Answers as a form collects them: one kind of evidence each, members by their choices in the form. */
export function collected(records: readonly AnswerRecord[]): readonly CollectedHousehold[] {
  return [...groupBy(records, ({ household }) => household)].map(([household, own]) => {
    const by = (of: (record: AnswerRecord) => string | null) =>
      [
        ...groupBy(
          own.filter((each) => of(each) !== null),
          of,
        ),
      ].map(([key, each]) => [key, valuesOf(each)] as const)
    return {
      main: {
        household_key: household,
        assessor: own[0]?.by ?? '',
        end: '2020-07-15T09:30:00.000+08:00',
        ...valuesOf(own.filter(({ member, line }) => member === null && line === null)),
      },
      member: membersNamed(own).map((key) => ({
        member_key: key,
        member_choice: choiceOf(key),
        ...by(({ member }) => member).find(([member]) => member === key)?.[1],
      })),
      line: by(({ line }) => line).map(([, values]) => values),
    }
  })
}

function membersNamed(records: readonly AnswerRecord[]): readonly string[] {
  const chosen = records
    .filter(({ question }) => MEMBER_QUESTIONS.includes(question))
    .flatMap(({ value }) => [value].flat().map(String))
    .filter((id) => id !== 'other')
  return [...new Set([...records.flatMap(({ member }) => member ?? []), ...chosen])]
}

const MEMBER_QUESTIONS = ['respondent', 'who_lives_elsewhere']

function choiceOf(key: string): string {
  return `${key}_某某`
}

function valuesOf(records: readonly AnswerRecord[]): CollectedValues {
  return Object.fromEntries(
    records.flatMap(({ question, value, evidence }): (readonly [string, string | number])[] => {
      const kind = [evidence].flat()[0] ?? ''
      const known = [evidenceOf(question), kind] as const
      if (MEMBER_QUESTIONS.includes(question)) {
        if (value === 'other') return [[otherOf(question), 'other'], known]
        return [
          [
            question,
            [value]
              .flat()
              .map((id) => choiceOf(String(id)))
              .join(' '),
          ],
          known,
        ]
      }
      const shown = typeof value === 'number' ? value : [value].flat().join(' ')
      return question.startsWith('observed_') ? [[question, shown]] : [[question, shown], known]
    }),
  )
}

interface Column {
  readonly header: string
  valueOf(row: CollectedValues): string | number
}

/** The columns of a table: every field under its groups, choices of several also one by one. */
function columnsOf(
  form: FormModel,
  items: readonly FormItem[],
  groups: readonly string[],
  separator: string,
): readonly Column[] {
  return items.flatMap((item): readonly Column[] => {
    const path = [...groups, item.name]
    if (item.kind !== 'field')
      return item.kind === 'repeat' ? [] : columnsOf(form, item.items, path, separator)
    const header = path.join(separator)
    const own: Column = { header, valueOf: (row) => row[item.name] ?? '' }
    return [own, ...choiceColumns(form, item, header)]
  })
}

function choiceColumns(
  { lists }: FormModel,
  { name, type, choices }: FormField,
  header: string,
): readonly Column[] {
  if (type !== 'select_multiple' || choices === undefined || !('list' in choices)) return []
  const list = lists.find((each) => each.name === choices.list)
  return (list?.choices ?? []).map((choice) => ({
    header: `${header}/${choice.name}`,
    valueOf: (row) =>
      row[name] === undefined ? '' : Number(String(row[name]).split(' ').includes(choice.name)),
  }))
}

function repeatItems(form: FormModel, repeat: string): readonly FormItem[] {
  const found = form.items.find(({ name }) => name === repeat)
  if (found === undefined || found.kind === 'field') throw new Error(`no repeat ${repeat}`)
  return found.items
}

type Rows = readonly (readonly (string | number)[])[]

function table(columns: readonly Column[], rows: readonly CollectedValues[]): Rows {
  return [
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map((column) => column.valueOf(row))),
  ]
}

const plain = (header: string): Column => ({ header, valueOf: (row) => row[header] ?? '' })

/** A workbook as KoboToolbox exports it: a sheet for each repeat, groups before names, `_index` and `_parent_index`. */
export async function koboExport(
  form: FormModel,
  households: readonly CollectedHousehold[],
): Promise<RosterFile> {
  const main = table(
    [...columnsOf(form, form.items, [], '/'), plain('_id'), plain('_submission_time'), plain('_index')],
    households.map((each, index) => ({ ...each.main, _id: 1000 + index, _index: index + 1 })),
  )
  const repeat = (name: 'member' | 'line'): Rows =>
    table(
      [
        ...columnsOf(form, repeatItems(form, name), [name], '/'),
        plain('_index'),
        plain('_parent_table_name'),
        plain('_parent_index'),
      ],
      households.flatMap((each, index) =>
        each[name].map((row, nth) => ({
          ...row,
          _index: index * 100 + nth,
          _parent_table_name: '一户一表',
          _parent_index: index + 1,
        })),
      ),
    )
  const sheets = [
    { name: '一户一表', rows: main },
    { name: 'member', rows: repeat('member') },
    { name: 'line', rows: repeat('line') },
  ]
  const bytes = await writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
    })),
  })
  return { name: 'kobo.xlsx', bytes }
}

/** An archive as ODK Central exports it: a table for each repeat, `KEY` and `PARENT_KEY`. */
export function odkExport(form: FormModel, households: readonly CollectedHousehold[]): RosterFile {
  const key = (index: number): string => `uuid:${String(index).padStart(8, '0')}`
  const main = table(
    [
      plain('SubmissionDate'),
      ...columnsOf(form, form.items, [], '-'),
      plain('SET-OF-member'),
      plain('KEY'),
      plain('ReviewState'),
    ],
    households.map((each, index) => ({
      SubmissionDate: '2020-07-15T02:00:00.000Z',
      ...each.main,
      'SET-OF-member': 'x',
      KEY: key(index),
    })),
  )
  const repeat = (name: 'member' | 'line'): Rows =>
    table(
      [
        ...columnsOf(form, repeatItems(form, name), [], '-'),
        plain('PARENT_KEY'),
        plain('KEY'),
        plain(`SET-OF-${name}`),
      ],
      households.flatMap((each, index) =>
        each[name].map((row, nth) => ({
          ...row,
          PARENT_KEY: key(index),
          KEY: `${key(index)}/${name}[${nth + 1}]`,
        })),
      ),
    )
  const files = {
    [`${form.id}.csv`]: main,
    [`${form.id}-member.csv`]: repeat('member'),
    [`${form.id}-line.csv`]: repeat('line'),
  }
  const packed = Object.entries(files).map(([name, rows]) => [name, strToU8(csv(rows))] as const)
  return { name: 'odk.zip', bytes: zipSync(Object.fromEntries(packed)) }
}

function csv(rows: Rows): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\n`).join('')
}

function csvCell(cell: string | number): string {
  const text = String(cell)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
