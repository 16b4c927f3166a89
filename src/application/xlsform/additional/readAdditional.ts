import { additionalId, withAdditional, type AdditionalForm } from '../../../domain/instrument/AdditionalForm'
import type { InstrumentData } from '../../../domain/instrument/Instrument'
import { loadInstrument } from '../../../domain/instrument/loadInstrument'
import { repeatsOf } from '../../../domain/instrument/Repeats'
import type { Problem } from '../../../domain/shared/Problem'
import { refusals, success, type Result } from '../../../domain/shared/Result'
import type { ReadSheets, RosterFile } from '../../roster/spreadsheetPort'
import { XLSFORM_SHEETS } from '../columns'
import { choiceLists } from './choiceLists'
import { columnProblems } from './columnSupport'
import { sheetRows, type SheetRow, type SheetRows } from './SheetRows'
import { surveyGroups } from './surveyGroups'
import { wordsIn } from './translatedText'

/** Additional groups as they were read, with what was passed over (warnings). */
export interface ReadAdditional {
  readonly form: AdditionalForm
  readonly warnings: readonly Problem[]
}

const EMPTY: SheetRows = { columns: [], rows: [] }

/**
 * Reads additional groups of questions from an XLSForm, for a standard form. The supported subset: types, choices, relevance and
 * constraints in the form's own expressions, repeats over the members; whatever else is there refuses the file, with its cell.
 * Conditions may read the standard form; nothing of the standard form can read the questions.
 */
export function readAdditional(
  file: RosterFile,
  standard: InstrumentData,
  readSheets: ReadSheets,
): Result<ReadAdditional> {
  const { tables, problems: unread } = readSheets(file)
  if (unread.some(({ severity }) => severity === 'error')) return refusals(unread)
  const sheetOf = (name: string): SheetRows | undefined => {
    const table = tables.find(({ sheet }) => sheet.trim().toLowerCase() === name)
    return table && sheetRows(table)
  }
  const survey = sheetOf(XLSFORM_SHEETS.survey)
  if (survey === undefined)
    return refusals([
      { code: 'additional_no_survey', severity: 'error', place: { file: file.name }, value: null },
    ])
  const choices = sheetOf(XLSFORM_SHEETS.choices) ?? EMPTY
  const settings = sheetOf(XLSFORM_SHEETS.settings) ?? EMPTY
  const title = titleOf(settings, file.name)
  const { lists, problems: choiceProblems } = choiceLists(choices)
  const members = repeatsOf(standard.repeats).roster ?? ''
  const { groups, problems, origins } = surveyGroups(survey, {
    title,
    members,
    conditionOf: (scope) => (scope === members ? ASKED_OF_MEMBERS : ASKED),
    hasList: (name) => name in lists,
  })
  const all = [...columnProblems(survey), ...columnProblems(choices), ...choiceProblems, ...problems]
  if (all.some(({ severity }) => severity === 'error')) return refusals(all)
  if (groups.length === 0)
    return refusals([
      { code: 'additional_empty', severity: 'error', place: { file: file.name }, value: null },
    ])

  const content = { title, choices: lists, groups }
  const form = { ...content, id: additionalId(content) }
  const loaded = loadInstrument(withAdditional(standard, form))
  if (!loaded.ok) return refusals(onceEach(loaded.problems.map((problem) => placed(problem, origins))))
  return success({ form, warnings: all })
}

/** An interview takes place; a member who left or died is asked nothing. */
const ASKED = '${is_interview}'
const ASKED_OF_MEMBERS = `${ASKED} and \${is_present}`

function titleOf(settings: SheetRows, fileName: string) {
  const [row] = settings.rows
  const title = row?.at('form_title') ?? null
  const translated = row === undefined ? null : wordsIn(settings)(row, 'label')
  const name = title ?? fileName.replace(/\.[^.]*$/, '')
  return translated ?? { 'zh-CN': name, en: name }
}

/** A condition of a group is compiled with each of its questions. */
function onceEach(problems: readonly Problem[]): readonly Problem[] {
  const byCell = new Map(
    problems.map((each) => [JSON.stringify([each.code, each.place.cell, each.value]), each]),
  )
  return [...byCell.values()]
}

/** The cell that a fault of the whole form came from: by its expression, else by the question. */
function placed(problem: Problem, origins: ReadonlyMap<string, SheetRow>): Problem {
  const { place, value } = problem
  const question = place.question?.split(' ').at(-1) ?? ''
  const ofGroup = value === null ? undefined : origins.get(value)
  const row = ofGroup ?? origins.get(question)
  if (row === undefined) return problem
  const isConstraint = place.question?.startsWith('constraint ') === true
  return { ...problem, place: { ...row.place(isConstraint ? 'constraint' : 'relevant'), question } }
}
