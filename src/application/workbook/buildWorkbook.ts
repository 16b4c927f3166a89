import { measureSheet, villageSheet } from './sheets/countySheets'
import { determinationSheet } from './sheets/determinationSheet'
import { householdSheet } from './sheets/householdSheet'
import { ledgerSheet } from './sheets/ledgerSheet'
import { memberSheet } from './sheets/memberSheet'
import { codeSheet, coverSheet, standardsSheet } from './sheets/standardsSheets'
import { monitoringSheet } from './sheets/monitoringSheet'
import { correctionSheet, problemSheet } from './sheets/traceSheets'
import type { WorkbookInput } from './WorkbookInput'
import { splitSheet, type WorkbookSheet } from './WorkbookSheet'

/** The review workbook, first edition: what it is, households, determinations, measures, villages, monitoring, members, ledger, problems, corrections, standards, codes. */
export function buildWorkbook(input: WorkbookInput): readonly WorkbookSheet[] {
  return [
    coverSheet(input),
    householdSheet(input),
    determinationSheet(input),
    measureSheet(input),
    villageSheet(input),
    monitoringSheet(input),
    memberSheet(input),
    ledgerSheet(input),
    problemSheet(input),
    correctionSheet(input),
    standardsSheet(input),
    codeSheet(input),
  ].flatMap((sheet) => splitSheet(sheet))
}
