import type { SampleStratum } from '../../../domain/sampling/DrawnSample'
import type { RosterHousehold } from '../../../domain/roster/Roster'
import { sampleMembers, type SampleMember } from '../../sampling/sampleMembers'
import type { SampleLog } from '../../sampling/SampleLog'
import { describeHousehold } from '../../texts/describeHousehold'
import { columnsIn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, splitSheet, type WorkbookSheet } from '../WorkbookSheet'

/** The drawn list for people: sample, reserves and strata. */
export function sampleSheets(
  log: SampleLog,
  households: readonly RosterHousehold[],
  texts: Texts,
): readonly WorkbookSheet[] {
  return [
    drawnSheet('sample', log, households, texts),
    drawnSheet('reserve', log, households, texts),
    stratumSheet(log, texts),
  ].flatMap((sheet) => splitSheet(sheet))
}

interface DrawnRow extends SampleMember {
  readonly id: string
  readonly household: RosterHousehold | undefined
}

function drawnSheet(
  role: 'sample' | 'reserve',
  log: SampleLog,
  households: readonly RosterHousehold[],
  texts: Texts,
): WorkbookSheet {
  const byId = new Map(households.map((household) => [household.id, household]))
  const numbers = new Map(log.result.strata.map((stratum, index) => [stratum, index + 1]))
  const column = columnsIn<DrawnRow>(texts)
  const columns = [
    column('stratum', 8, 'integer', ({ stratum }) => numbers.get(stratum) ?? null),
    column('order', 8, 'integer', ({ order }) => order),
    column('household', 24, 'text', ({ id, household }) =>
      household === undefined ? id : describeHousehold(household, texts),
    ),
    column('head', 12, 'text', ({ household }) => household?.headName ?? null),
    column('township', 14, 'text', ({ household }) => household?.township ?? null),
    column('village', 14, 'text', ({ household }) => household?.village ?? null),
    column('status', 12, 'text', ({ stratum }) => texts.term('statuses', stratum.type)),
    column('inclusionProbability', 12, 'percent', ({ stratum }) => stratum.inclusionProbability),
    column('weight', 12, 'decimal', ({ stratum }) => stratum.weight),
  ]
  const rows = [...sampleMembers(log)]
    .filter(([, member]) => member.role === role)
    .map(([id, member]) => ({ ...member, id, household: byId.get(id) }))
  return listSheet({ key: role, columns }, rows, texts)
}

function stratumSheet({ result }: SampleLog, texts: Texts): WorkbookSheet {
  const column = columnsIn<{ readonly number: number; readonly stratum: SampleStratum }>(texts)
  const columns = [
    column('stratum', 8, 'integer', ({ number }) => number),
    column('township', 20, 'text', ({ stratum }) => stratum.township),
    column('village', 26, 'text', ({ stratum }) => stratum.village),
    column('status', 12, 'text', ({ stratum }) => texts.term('statuses', stratum.type)),
    column('group', 14, 'text', ({ stratum }) => texts.term('sampleGroups', stratum.group)),
    column('households', 10, 'integer', ({ stratum }) => stratum.households),
    column('drawn', 8, 'integer', ({ stratum }) => stratum.drawn.length),
    column('reserves', 8, 'integer', ({ stratum }) => stratum.reserves.length),
    column('inclusionProbability', 12, 'percent', ({ stratum }) => stratum.inclusionProbability),
    column('weight', 12, 'decimal', ({ stratum }) => stratum.weight),
  ]
  const rows = result.strata.map((stratum, index) => ({ number: index + 1, stratum }))
  return listSheet({ key: 'strata', columns }, rows, texts)
}
