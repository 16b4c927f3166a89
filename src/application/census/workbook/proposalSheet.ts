import { isWordless, type QuestionData } from '../../../domain/instrument/Instrument'
import type { Instrument } from '../../../domain/instrument/loadInstrument'
import { cellsOf, columnsIn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import type { CodeList } from '../../workbook/sheets/codeSheet'
import { listName } from '../../workbook/sheets/codeSheet'
import { listSheet, type WorkbookSheet } from '../../workbook/WorkbookSheet'
import { CENSUS_NAMES } from './censusFormat'

/** Corrections that one workbook can propose. */
const ROWS = 2_000

/** Excel lists no more entries in a drop-down. */
const CHOICES_AT_MOST = 32_000

/** The list of questions among the codes of the workbook. */
const QUESTIONS = 'questions'

/** Empty rows in which a reviewer proposes corrections: whose, of what, to what, why, and who says so. */
export function proposalSheet(households: number, texts: Texts): WorkbookSheet {
  const column = columnsIn<null>(texts)
  const nothing = (): null => null
  const columns = [
    column('household', 24, 'text', nothing),
    column('question', 36, 'text', nothing),
    column('name', 14, 'text', nothing),
    column('proposal', 28, 'text', nothing),
    column('proposalReason', 44, 'text', nothing),
    column('proposedBy', 14, 'text', nothing),
  ]
  const hint = (name: 'proposalHousehold' | 'proposalMember' | 'proposalReason' | 'proposedBy'): string =>
    texts.term('hints', name)
  return {
    key: 'proposals',
    name: texts.term('sheets', 'proposals'),
    isList: true,
    columns,
    rows: Array.from({ length: ROWS }, () => cellsOf(columns, null)),
    inputs: [
      {
        column: 'household',
        hint: hint('proposalHousehold'),
        ...(households <= CHOICES_AT_MOST && { choices: CENSUS_NAMES.key }),
      },
      { column: 'question', choices: listName(QUESTIONS) },
      { column: 'name', hint: hint('proposalMember') },
      { column: 'proposal' },
      { column: 'proposalReason', hint: hint('proposalReason') },
      { column: 'proposedBy', hint: hint('proposedBy') },
    ],
    names: [
      { name: CENSUS_NAMES.household, column: 'household' },
      { name: CENSUS_NAMES.question, column: 'question' },
      { name: CENSUS_NAMES.member, column: 'name' },
      { name: CENSUS_NAMES.value, column: 'proposal' },
      { name: CENSUS_NAMES.reason, column: 'proposalReason' },
      { name: CENSUS_NAMES.by, column: 'proposedBy' },
    ],
  }
}

/** A household's key with its fingerprint. */
export type FingerprintRow = readonly [key: string, fingerprint: string]

/** For programs: which household every proposal can be about, and how it stood. */
export function fingerprintSheet(rows: readonly FingerprintRow[], texts: Texts): WorkbookSheet {
  const column = columnsIn<FingerprintRow>(texts)
  const columns = [
    column('key', 24, 'text', ([key]) => key),
    column('fingerprint', 28, 'text', ([, fingerprint]) => fingerprint),
  ]
  return {
    ...listSheet({ key: 'fingerprints', columns }, rows, texts),
    isHidden: true,
    inputs: [],
    names: [
      { name: CENSUS_NAMES.key, column: 'key' },
      { name: CENSUS_NAMES.fingerprint, column: 'fingerprint' },
    ],
  }
}

/** The questions of which an answer can be proposed, to be chosen among. */
export function proposableList(instrument: Instrument, texts: Texts): CodeList {
  return {
    name: QUESTIONS,
    questions: texts.term('sheets', 'proposals'),
    choices: proposable(instrument).map(({ name, label }) => ({ name, label })),
  }
}

/** Those that are answered in words. */
export function proposable(instrument: Instrument): readonly QuestionData[] {
  return [...instrument.questions.values()].flatMap(({ data }) => (isWordless(data.type) ? [] : [data]))
}
