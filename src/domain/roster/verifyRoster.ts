import type { Problem } from '../shared/Problem'
import { disabilityWithoutDisabled, illnessWithoutIll, schoolingWithoutStudent } from './checks/causes'
import { allowanceWithoutRecipient } from './checks/allowance'
import { exitedWithDropout, exitedWithoutSafeWater, exitedWithUnsafeHouse } from './checks/exitedButUnsafe'
import type { Finding, HouseholdCheck } from './checks/Finding'
import { personsInSeveralHouseholds } from './checks/personsInSeveralHouseholds'
import { placesWrittenDifferently } from './checks/placesWrittenDifferently'
import { incomeWithinRange, statedSizeAgainstRows } from './checks/sizesAndIncome'
import { headAndSpouseOfOneSex, severalSpouses } from './checks/spouses'
import { studentTooSchooled, wagesWithoutWorker, workMonthsWithoutPlace } from './checks/workAndSchooling'
import type { RosterHousehold } from './Roster'
import type { RosterField } from './RosterField'
import type { MappedSheet } from './RosterRow'
import type { RosterLimits } from './RosterVocabulary'
import { rowProblem } from './rowProblem'

/** Contradictions within the list. Only warnings: a wrong list is still the list that was given. */
export function verifyRoster(
  households: readonly RosterHousehold[],
  sheets: readonly MappedSheet[],
  limits: RosterLimits,
): readonly Problem[] {
  const sheetOf = new Map(sheets.map((sheet) => [`${sheet.table.file}\0${sheet.table.sheet}`, sheet]))
  const problems: Problem[] = []
  const report = (finding: Finding): void => {
    const sheet = sheetOf.get(`${finding.source.file}\0${finding.source.sheet}`)
    if (sheet === undefined || !canBeAsked(finding, sheet)) return
    problems.push(
      rowProblem(
        finding.code,
        'warning',
        sheet,
        finding.source.row - 1,
        PLACES[finding.field] ?? [finding.field],
        finding.details,
      ),
    )
  }
  for (const household of households) for (const check of CHECKS) check(household, limits).forEach(report)
  personsInSeveralHouseholds(households).forEach(report)
  placesWrittenDifferently(households).forEach(report)
  return problems
}

function canBeAsked({ asks }: Finding, sheet: MappedSheet): boolean {
  return asks === undefined || asks.some((field) => sheet.columnOf.has(field))
}

/** On a list that names only heads, a person's columns are the head's. */
const PLACES: Partial<Record<RosterField, readonly RosterField[]>> = {
  idNumber: ['idNumber', 'headIdNumber'],
  relation: ['relation', 'name'],
}

const CHECKS: readonly HouseholdCheck[] = [
  severalSpouses,
  headAndSpouseOfOneSex,
  statedSizeAgainstRows,
  incomeWithinRange,
  illnessWithoutIll,
  disabilityWithoutDisabled,
  schoolingWithoutStudent,
  exitedWithUnsafeHouse,
  exitedWithoutSafeWater,
  exitedWithDropout,
  allowanceWithoutRecipient,
  workMonthsWithoutPlace,
  wagesWithoutWorker,
  studentTooSchooled,
]
