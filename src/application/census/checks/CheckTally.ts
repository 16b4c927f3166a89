import type { Change } from '../../../domain/changes/Change'
import type { CheckTier, Text } from '../../../domain/instrument/Instrument'
import type { Instrument } from '../../../domain/instrument/loadInstrument'
import { isFinished } from '../../../domain/instrument/Roles'
import { overridePath } from '../../../domain/interview/bookkeeping'
import { outcomeIn, type Interview } from '../../../domain/interview/Interview'
import { runChecks } from '../../../domain/interview/runChecks'
import type { AreaChecks } from '../../../domain/programmes/census/areaChecks/AreaChecks'
import { countCases, type VillageCounts } from '../../../domain/programmes/census/areaChecks/countCases'
import { findInAreas } from '../../../domain/programmes/census/areaChecks/findInAreas'
import { CaseBook } from '../../../domain/programmes/census/tables/CaseBook'
import type { RosterHousehold } from '../../../domain/roster/Roster'
import { recordOfRound, type AssessmentRules } from '../../assess/assessHousehold'
import { villageOf } from '../../roster/adoptRoster'
import type { GivenAreas } from '../CensusTally'
import { checkLines, type CheckLine } from './checkLines'

/** A check of the household form that applies in an enumerated household. */
export interface HouseholdFinding {
  readonly check: string
  readonly tier: CheckTier
  /** See `villageOf`. */
  readonly village: string
  readonly household: string
  /** Id of its first interview; null where it has none of its own. */
  readonly interview: string | null
  readonly member: string | null
  readonly questions: readonly string[]
  /** Null for those that the interface words itself. */
  readonly message: Text | null
  /** Why the enumerator passed it over; null where it stands. */
  readonly reason: string | null
}

/** What the checks are made with. */
export interface Checking {
  readonly rules: AssessmentRules
  /** The checks of areas compiled for a form. */
  readonly checksOf: (instrument: Instrument) => AreaChecks
}

export interface CheckedHouseholds {
  readonly counts: VillageCounts
  /** The cases behind the counts. */
  readonly book: CaseBook
  readonly findings: readonly HouseholdFinding[]
}

/** Counts households for the checks of areas, and runs the checks of their own form, as they come. */
export class CheckTally {
  readonly #book: CaseBook
  readonly #findings: HouseholdFinding[] = []

  constructor(private readonly checking: Checking) {
    this.#book = new CaseBook(checking.checksOf(checking.rules.currentInstrument).tables)
  }

  /** Takes a household in with its interview as the census counts it. */
  take(household: RosterHousehold, changes: readonly Change[], interview: Interview): void {
    const { checksOf, rules } = this.checking
    const village = villageOf(household)
    this.#book.addHousehold({ id: household.id, village, interview }, checksOf(interview.instrument).tables)
    if (!isFinished(outcomeIn(interview))) return
    const raised = runChecks(interview)
    if (raised.length === 0) return
    const record = recordOfRound(changes, 'first', rules)
    for (const { check, tier, refs, message } of raised) {
      const [place = { question: '' }] = refs
      this.#findings.push({
        check,
        tier,
        village,
        household: household.id,
        interview: record?.id ?? null,
        member: place.member ?? null,
        questions: refs.map(({ question }) => question),
        message,
        reason: record?.overrides.get(overridePath(check, place)) ?? null,
      })
    }
  }

  /** Everything that is found in the households taken in so far, and in their areas by what their forms say. */
  lines({ villages, county }: GivenAreas, isWhole: boolean): readonly CheckLine[] {
    const { counts, findings } = this.done()
    const checks = this.checking.checksOf(this.checking.rules.currentInstrument)
    return checkLines(findInAreas(checks, { counts, villages, county: county ?? {}, isWhole }), findings)
  }

  /** What was taken in so far. */
  done(): CheckedHouseholds {
    return { counts: countCases(this.#book), book: this.#book, findings: this.#findings }
  }
}
