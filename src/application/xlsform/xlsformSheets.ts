import type { Text } from '../../domain/instrument/Instrument'
import { cellsOf, type PlainCell, type TableColumn } from '../tables/TableSpec'
import { LANGUAGES } from '../texts/Texts'
import type { WorkbookSheet } from '../workbook/WorkbookSheet'
import { appearanceOf } from './appearanceOf'
import {
  CHOICE_COLUMNS,
  SETTINGS_COLUMNS,
  SURVEY_COLUMNS,
  translatedColumn,
  XLSFORM_LANGUAGES,
  XLSFORM_SHEETS,
  type SurveyColumn,
  type TranslatedColumn,
} from './columns'
import type { FormChoice, FormField, FormItem, FormModel } from './FormModel'

/** A form as the sheets of an XLSForm, every cell a text. */
export function xlsformSheets(form: FormModel): readonly WorkbookSheet[] {
  return [
    sheetOf(XLSFORM_SHEETS.survey, SURVEY, form.items.flatMap(surveyRows)),
    sheetOf(XLSFORM_SHEETS.choices, CHOICES, choiceRows(form)),
    sheetOf(XLSFORM_SHEETS.settings, SETTINGS, [form]),
  ]
}

function sheetOf<Row>(
  name: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): WorkbookSheet {
  return { name, isList: true, columns, rows: rows.map((row) => cellsOf(columns, row)) }
}

type SurveyRow = Partial<Readonly<Record<SurveyColumn, string>>> &
  Partial<Readonly<Record<TranslatedColumn, Text>>>

const TRANSLATED: readonly TranslatedColumn[] = ['label', 'hint', 'constraint_message', 'required_message']

const [TYPE, NAME, ...OTHERS] = SURVEY_COLUMNS

const SURVEY: readonly TableColumn<SurveyRow>[] = [
  ...[TYPE, NAME].map(surveyColumn),
  ...TRANSLATED.flatMap((column) => translatedColumns<SurveyRow>(column, (row) => row[column])),
  ...OTHERS.map(surveyColumn),
]

function surveyColumn(name: SurveyColumn): TableColumn<SurveyRow> {
  return textColumn(name, 24, (row) => row[name] ?? null)
}

const CHOICES: readonly TableColumn<FormChoice & { readonly list_name: string }>[] = [
  ...CHOICE_COLUMNS.map((name) =>
    textColumn<FormChoice & { readonly list_name: string }>(name, 24, (row) => row[name] ?? null),
  ),
  ...translatedColumns<FormChoice>('label', ({ label }) => label),
]

const SETTINGS: readonly TableColumn<FormModel>[] = SETTINGS_COLUMNS.map((name) =>
  textColumn(name, 24, (form) => settingsOf(form)[name]),
)

function settingsOf(form: FormModel): Readonly<Record<(typeof SETTINGS_COLUMNS)[number], string>> {
  return {
    form_title: form.title['zh-CN'],
    form_id: form.id,
    version: form.version,
    default_language: XLSFORM_LANGUAGES['zh-CN'],
    instance_name: form.instanceName,
    style: 'pages',
  }
}

function translatedColumns<Row>(
  column: TranslatedColumn,
  textOf: (row: Row) => Text | undefined,
): readonly TableColumn<Row>[] {
  return LANGUAGES.map((language) =>
    textColumn<Row>(translatedColumn(column, language), 40, (row) =>
      inertText(textOf(row)?.[language] ?? null),
    ),
  )
}

/** Converters take `${name}` in a label for another field's value. */
function inertText(text: string | null): string | null {
  return text?.replaceAll('${', '$ {') ?? null
}

function textColumn<Row>(name: string, width: number, value: (row: Row) => PlainCell): TableColumn<Row> {
  return { key: name, label: name, type: 'text', width, value }
}

function surveyRows(item: FormItem): readonly SurveyRow[] {
  const { name, relevant } = item
  const appearance = appearanceOf(item)
  const shared = {
    name,
    ...(item.label !== undefined && { label: item.label }),
    ...(relevant !== undefined && { relevant }),
    ...(appearance !== null && { appearance }),
  }
  if (item.kind === 'field') return [{ ...shared, ...fieldRow(item) }]
  return [
    { ...shared, type: `begin_${item.kind}` },
    ...item.items.flatMap(surveyRows),
    { type: `end_${item.kind}`, name },
  ]
}

function fieldRow(field: FormField): SurveyRow {
  const { hint, required, requiredMessage, constraint, constraintMessage, calculation, choiceFilter } = field
  return {
    type: typeCell(field),
    ...(hint !== undefined && { hint }),
    ...(required !== undefined && { required: required === true ? 'yes' : required }),
    ...(requiredMessage !== undefined && { required_message: requiredMessage }),
    ...(constraint !== undefined && { constraint }),
    ...(constraintMessage !== undefined && { constraint_message: constraintMessage }),
    ...(calculation !== undefined && { calculation }),
    ...(choiceFilter !== undefined && { choice_filter: choiceFilter }),
  }
}

function typeCell({ type, choices }: FormField): string {
  if (type === 'signature') return 'image'
  if (choices === undefined) return type
  return `${type} ${'list' in choices ? choices.list : `\${${choices.field}}`}`
}

function choiceRows({ lists }: FormModel): readonly (FormChoice & { readonly list_name: string })[] {
  return lists.flatMap(({ name, choices }) => choices.map((choice) => ({ list_name: name, ...choice })))
}
