import type { RosterHousehold } from '../../../domain/roster/Roster'
import { sampleMembers } from '../../sampling/sampleMembers'
import type { SampleLog } from '../../sampling/SampleLog'
import type { Texts } from '../../texts/Texts'
import { splitSheet, type WorkbookColumn, type WorkbookSheet } from '../WorkbookSheet'

/** The drawn list for people: sample, reserves and strata. */
export function sampleSheets(
  log: SampleLog,
  households: readonly RosterHousehold[],
  texts: Texts,
): readonly WorkbookSheet[] {
  return [
    memberSheet('sample', log, households, texts),
    memberSheet('reserve', log, households, texts),
    stratumSheet(log, texts),
  ].flatMap((sheet) => splitSheet(sheet))
}

function memberSheet(
  role: 'sample' | 'reserve',
  log: SampleLog,
  households: readonly RosterHousehold[],
  texts: Texts,
): WorkbookSheet {
  const byId = new Map(households.map((household) => [household.id, household]))
  const numbers = new Map(log.result.strata.map((stratum, index) => [stratum, index + 1]))
  return {
    name: texts.term('sheets', role),
    isList: true,
    columns: [
      ...columns(texts, ['stratum', 8, 'integer'], ['order', 8, 'integer'], ['household', 24, 'text']),
      ...columns(texts, ['head', 12, 'text'], ['township', 14, 'text'], ['village', 14, 'text']),
      ...columns(texts, ['status', 12, 'text'], ['inclusionProbability', 12, 'percent']),
      ...columns(texts, ['weight', 12, 'decimal']),
    ],
    rows: [...sampleMembers(log)]
      .filter(([, member]) => member.role === role)
      .map(([id, { stratum, order }]) => {
        const household = byId.get(id)
        return [
          numbers.get(stratum) ?? null,
          order,
          id,
          household?.headName ?? null,
          household?.township ?? null,
          household?.village ?? null,
          texts.term('statuses', stratum.type),
          stratum.inclusionProbability,
          stratum.weight,
        ]
      }),
  }
}

function stratumSheet({ result }: SampleLog, texts: Texts): WorkbookSheet {
  return {
    name: texts.term('sheets', 'strata'),
    isList: true,
    columns: [
      ...columns(texts, ['stratum', 8, 'integer'], ['township', 20, 'text'], ['village', 26, 'text']),
      ...columns(texts, ['status', 12, 'text'], ['group', 14, 'text'], ['households', 10, 'integer']),
      ...columns(texts, ['drawn', 8, 'integer'], ['reserves', 8, 'integer']),
      ...columns(texts, ['inclusionProbability', 12, 'percent'], ['weight', 12, 'decimal']),
    ],
    rows: result.strata.map((stratum, index) => [
      index + 1,
      stratum.township,
      stratum.village,
      texts.term('statuses', stratum.type),
      texts.term('sampleGroups', stratum.group),
      stratum.households,
      stratum.drawn.length,
      stratum.reserves.length,
      stratum.inclusionProbability,
      stratum.weight,
    ]),
  }
}

function columns(
  texts: Texts,
  ...wanted: readonly (readonly [name: string, width: number, kind: WorkbookColumn['kind']])[]
): readonly WorkbookColumn[] {
  return wanted.map(([name, width, kind]) => ({ header: texts.term('columns', name), width, kind }))
}
