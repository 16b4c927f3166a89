import type { RosterHousehold } from '../../domain/roster/Roster'
import { success, type Result } from '../../domain/shared/Result'
import type { AssessmentRules } from '../assess/assessHousehold'
import type { Author } from '../interview/recordAnswers'
import type { ProjectStore } from '../store/ProjectStore'
import { bracketed } from '../texts/bracketed'
import { describeCell } from '../texts/describeCell'
import { shownId, shownText } from '../workbook/WorkbookInput'
import { proposalDrafts } from '../workbook/review/proposalDrafts'
import type { ListOrigin } from './otherLists'
import type { ReconciledRow, ReconciliationTerms } from './reconciliationTables'

/** What is asked of a household about a row: where the lists differ, or that the other list lacks the person. */
export function questionAbout(
  { person, cell, unclear }: ReconciledRow,
  { source, date }: ListOrigin,
  { codes, texts }: ReconciliationTerms,
): string {
  const name = person.member.name ?? ''
  const said =
    cell !== null
      ? differs(cell, { codes, texts })
      : texts.term('reconcile', unclear === null ? 'missingThere' : unclear.why)
  const text = `${name}${bracketed(said, texts)}`
  return texts
    .term('reconcile', 'question')
    .replace('{source}', source)
    .replace('{date}', date)
    .replace('{text}', text)
}

function differs(
  cell: NonNullable<ReconciledRow['cell']>,
  { codes, texts }: Pick<ReconciliationTerms, 'codes' | 'texts'>,
): string {
  const { column, before, after } = describeCell(cell, codes, texts)
  // The question goes to an assessor's screen: an ID number is shown as everywhere.
  const shown = (text: string): string =>
    (cell.field === 'idNumber' ? shownId(text, false) : shownText(text, false)) ?? ''
  const words: Readonly<Record<string, string>> = { column, register: shown(before), other: shown(after) }
  return texts.term('reconcile', 'differsAt').replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '')
}

/**
 * Sends the household's interview back to ask it, as a comment of the lead's; nothing is answered by it. `false`: it was asked so before,
 * or there is no interview yet.
 */
export async function askHousehold(
  store: ProjectStore,
  household: RosterHousehold,
  text: string,
  rules: AssessmentRules,
  author: Author,
): Promise<Result<boolean>> {
  const changes = await store.changesOfHouseholds([household.id])
  const { drafts } = proposalDrafts([{ household, path: null, text }], changes, rules, author)
  if (drafts.length === 0) return success(false)
  const written = await store.write(drafts)
  return written.ok ? success(true) : written
}
