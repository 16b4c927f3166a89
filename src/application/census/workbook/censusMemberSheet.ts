import type { Instrument } from '../../../domain/instrument/loadInstrument'
import { listOf, type HouseholdList } from '../../workbook/HouseholdList'
import { memberTable, type MemberRow } from '../../workbook/sheets/memberSheet'
import type { ReviewTerms } from '../../workbook/WorkbookInput'
import { answerColumns } from './answerColumns'

/** What is asked of people who share an income: a census does not. */
const LEFT_OUT: ReadonlySet<string> = new Set(['sharesIncome'])

/** Questions that the other columns answer. */
const TOLD: ReadonlySet<string> = new Set([
  ...['name', 'id_number', 'relation', 'sex', 'birth_date'],
  ...['health', 'labor_ability'],
])

/** One row a person of a census: who it is, and what was answered of him or her. */
export function censusMemberList(instrument: Instrument, terms: ReviewTerms): HouseholdList {
  const table = memberTable(terms)
  const scope = instrument.repeats.roster
  const answers =
    scope === undefined
      ? []
      : answerColumns<MemberRow>(instrument, scope, TOLD, terms, ({ assessment, member, isHidden }) => {
          return { assessment, instance: member, isHidden }
        })
  return listOf({ ...table, columns: [...table.columns.filter(({ key }) => !LEFT_OUT.has(key)), ...answers] })
}
