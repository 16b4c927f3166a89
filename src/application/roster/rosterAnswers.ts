import * as v from 'valibot'
import type { SheetChoice } from '../../domain/roster/mapSheet'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { HOUSEHOLD_FIELDS, MEMBER_FIELDS } from '../../domain/roster/RosterField'
import type { RosterCodes } from '../../domain/roster/RosterVocabulary'

/** `open`: nobody knows now either; the interview asks. */
const STATUS_ANSWERS = ['exited', 'poor', 'relapsed', 'unregistered', 'open'] as const

export type StatusAnswer = (typeof STATUS_ANSWERS)[number]

/** People's answers about a list while it was read: without it the same files give other households. */
export interface RosterAnswers {
  readonly choices: readonly SheetChoice[]
  /** Of sheets with households that have no status in the list. */
  readonly statuses: readonly {
    readonly file: string
    readonly sheet: string
    readonly status: StatusAnswer
  }[]
}

export const NO_ANSWERS: RosterAnswers = { choices: [], statuses: [] }

const CODE_LISTS = [
  'relation',
  'education_level',
  'student_status',
  'health',
  'labor_ability',
  'work_place',
  'household_category',
  'household_mark',
  'poverty_cause',
  'register_status',
  'sex',
  'yes_no',
] as const satisfies readonly (keyof RosterCodes)[]

const row = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const ofSheet = { file: v.string(), sheet: v.string() }

/** The same as files and changes have it. */
export const ROSTER_ANSWERS = v.strictObject({
  choices: v.array(
    v.strictObject({
      ...ofSheet,
      headerRows: v.exactOptional(v.strictObject({ first: row, last: row })),
      columns: v.record(v.string(), v.picklist([...HOUSEHOLD_FIELDS, ...MEMBER_FIELDS, 'keep', 'drop'])),
      numbers: v.exactOptional(
        v.record(
          v.string(),
          v.strictObject({ list: v.picklist(CODE_LISTS), codes: v.record(v.string(), v.string()) }),
        ),
      ),
      readHidden: v.exactOptional(v.literal(true)),
    }),
  ),
  statuses: v.array(v.strictObject({ ...ofSheet, status: v.picklist(STATUS_ANSWERS) })),
})

export function hasAnswers({ choices, statuses }: RosterAnswers): boolean {
  return choices.length > 0 || statuses.length > 0
}

/** Names one sheet of one file. */
export function sheetKey({ file, sheet }: { readonly file: string; readonly sheet: string }): string {
  return JSON.stringify([file, sheet])
}

/** Households with the status that was given for their sheet, where the list has none. */
export function answeredHouseholds(
  households: readonly RosterHousehold[],
  answers: ReadonlyMap<string, StatusAnswer>,
): readonly RosterHousehold[] {
  return households.map((household) => {
    const answer = household.status === null ? answers.get(sheetKey(household.source)) : undefined
    return answer === undefined || answer === 'open' ? household : { ...household, status: answer }
  })
}
