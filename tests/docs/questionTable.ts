import { CURRENT_INSTRUMENT, instrumentOf } from '../../src/adapters/resources/instruments'
import type {
  ChoiceData,
  GroupData,
  InstrumentData,
  QuestionData,
} from '../../src/domain/instrument/Instrument'
import { markdownTable, renewWhenAsked, type GeneratedPart } from './generatedPart'

const PLACES: Readonly<Record<string, string>> = {
  household: 'once a household',
  member: 'for every member: give `member`',
  line: 'for every ledger line: give `line`',
}

const TYPES: Readonly<Record<QuestionData['type'], string>> = {
  select_one: 'one code',
  select_multiple: 'list of codes',
  select_one_member: 'one member key or `other`',
  select_multiple_members: 'list of member keys or `other`',
  integer: 'whole number',
  decimal: 'number',
  text: 'text',
  date: 'date',
  image: 'text, or list of texts',
  audio: 'text, or list of texts',
  signature: 'strokes',
}

/** Every question of the form that new interviews begin with, and every code, as `docs/formats.md` has them. */
export const QUESTION_TABLE: GeneratedPart = {
  document: 'docs/formats.md',
  name: 'questions',
  make: () => questionTable(currentForm()),
}

function currentForm(): InstrumentData {
  const instrument = instrumentOf(CURRENT_INSTRUMENT)
  if (instrument === undefined) throw new Error(`no instrument ${CURRENT_INSTRUMENT}`)
  return instrument.data
}

function questionTable(form: InstrumentData): string {
  const lists = new Set(
    form.groups.flatMap(({ questions }) => questions.flatMap(({ choices }) => choices ?? [])),
  )
  const codes = Object.entries(form.choices).filter(([list]) => lists.has(list))
  return [
    `Form \`${form.id}\`, version ${form.version}.`,
    ...form.groups.flatMap((group) => [groupTitle(group), groupTable(group, form)]),
    '### Names that conditions use',
    calculationTable(form),
    '### Codes',
    markdownTable(
      ['List', 'Code', '中文', 'English', 'Offered when'],
      codes.flatMap(([list, choices]) => choices.map((choice) => codeRow(list, choice))),
    ),
  ].join('\n\n')
}

function groupTitle({ name, label, scope, relevant }: GroupData): string {
  const when = relevant === undefined ? '' : ` Applies when ${code(relevant)}.`
  return `### ${label['zh-CN']} ${label.en} (\`${name}\`)\n\nAsked ${PLACES[scope] ?? scope}.${when}`
}

function groupTable({ questions }: GroupData, { choices }: InstrumentData): string {
  return markdownTable(
    ['Question', 'What it is', 'Value', 'Range', 'Applies when', 'Evidence if none is given', 'Serves'],
    questions.map((question) => [
      code(question.name) + (question.optional === true ? ' (optional)' : ''),
      `${question.label['zh-CN']} ${question.label.en}`,
      valueText(question, choices),
      question.constraint === undefined ? '' : code(question.constraint),
      question.relevant === undefined ? '' : code(question.relevant),
      question.evidence.length === 1
        ? `\`${question.defaultEvidence}\`, and nothing else`
        : code(question.defaultEvidence),
      question.serves.map(code).join(', '),
    ]),
  )
}

function valueText(question: QuestionData, choices: InstrumentData['choices']): string {
  const codes = choices[question.choices ?? ''] ?? []
  const offered = codes.length === 0 ? '' : `: ${codes.map(({ name }) => code(name)).join(', ')}`
  const missing = question.default === undefined ? '' : `; ${code(question.default)} if none is given`
  return (question.format === 'id_number' ? 'ID number' : TYPES[question.type]) + offered + missing
}

function calculationTable({ inputs, calculations }: InstrumentData): string {
  return markdownTable(
    ['Name', 'Of each', 'Type', 'Computed'],
    [
      ...inputs.map(({ name, scope, type }) => [code(name), scope, type, 'known before the interview']),
      ...calculations.map(({ name, scope, type, calculation }) => [
        code(name),
        scope,
        type,
        code(calculation),
      ]),
    ],
  )
}

function codeRow(list: string, { name, label, relevant }: ChoiceData): readonly string[] {
  return [code(list), code(name), label['zh-CN'], label.en, relevant === undefined ? '' : code(relevant)]
}

function code(text: string): string {
  return `\`${text}\``
}

renewWhenAsked(import.meta, QUESTION_TABLE)
