import { isFinished } from '../../../domain/instrument/Roles'
import { checkRates, NO_RATE, type CheckRate } from '../../../domain/programmes/census/check/checkRates'
import type { PersonFinding } from '../../../domain/programmes/census/check/comparePersons'
import { errorRates, type ErrorRates } from '../../../domain/programmes/census/check/errorRates'
import type { RosterHousehold } from '../../../domain/roster/Roster'
import type { Sampling } from '../../../domain/sampling/Sampling'
import { groupBy } from '../../../domain/shared/groupBy'
import type { AssessmentRules } from '../../assess/assessHousehold'
import { HOUSEHOLD_FACTS } from '../../facts/householdFacts'
import { readFact } from '../../facts/Fact'
import { projectHouseholds } from '../../households/projectHouseholds'
import { villageOf } from '../../roster/adoptRoster'
import type { ComparedHousehold } from '../../rounds/backcheckReport'
import type { ProjectStore } from '../../store/ProjectStore'
import { drawnAgain } from './CheckDraw'
import { checkedHousehold, type CheckedHousehold } from './checkedHousehold'
import type { RecordedCheck } from './checkDraws'

/** What a check found so far. Rates are of the households whose check is over. */
export interface CheckReport {
  readonly recorded: RecordedCheck
  /** Whether its seed draws the very households of the record. */
  readonly isSame: boolean
  readonly checkers: readonly { readonly checker: string; readonly sent: number; readonly closed: number }[]
  /** Closed checks that enumerated nobody and say nothing of the list either: nobody met, refused. */
  readonly unanswered: number
  /** Enumerated twice. */
  readonly compared: readonly ComparedHousehold[]
  readonly errors: ErrorRates
  readonly persons: {
    readonly omitted: readonly PersonOfHousehold[]
    readonly wronglyListed: readonly PersonOfHousehold[]
    /** Of the persons in the check; of those in the census. */
    readonly omittedRate: CheckRate
    readonly wrongRate: CheckRate
  }
  readonly households: {
    /** Found by a checker in a drawn village after the draw. */
    readonly omitted: readonly string[]
    readonly wronglyListed: readonly CheckedHousehold[]
    /** Of the households that the check enumerated, or found not to be one. */
    readonly wrongRate: CheckRate
  }
}

export interface PersonOfHousehold extends PersonFinding {
  readonly household: string
}

/** Outcomes that say that there is no such household of its own. */
const NO_HOUSEHOLD = ['moved_away', 'dissolved', 'duplicate']

/** Compares what is over of a check with the census. `digest`: SHA-256 in hex. */
export async function checkReport(
  store: ProjectStore,
  recorded: RecordedCheck,
  rules: AssessmentRules,
  digest: (text: string) => string,
): Promise<CheckReport> {
  const { draw } = recorded
  const { isSame, samplings } = drawnAgain(draw, digest)
  const { listed, found } = await householdsOfCheck(store, recorded)
  const changes = await store.changesOfHouseholds([...listed.keys()])
  const closed = [...listed.values()].flatMap((household) => {
    const sampling = samplings.get(household.id)
    const checked = checkedHousehold(household, changes.get(household.id) ?? [], rules)
    return checked === null || sampling === undefined ? [] : [{ ...checked, sampling }]
  })
  const isOver = new Set(closed.map(({ household }) => household))
  return {
    recorded,
    isSame,
    checkers: [...groupBy(draw.drawn, ({ checker }) => checker)].map(([checker, own]) => ({
      checker,
      sent: own.length,
      closed: own.filter(({ household }) => isOver.has(household)).length,
    })),
    unanswered: closed.filter(({ outcome }) => !saysWhether(outcome)).length,
    ...findingsOf(closed, found),
  }
}

type Sampled = CheckedHousehold & { readonly sampling: Sampling }

function findingsOf(
  closed: readonly Sampled[],
  found: readonly string[],
): Pick<CheckReport, 'compared' | 'errors' | 'persons' | 'households'> {
  const compared = closed.flatMap(({ household, assessor, checker, sampling, twice }) =>
    twice === null ? [] : [{ household, assessor, checker, sampling, ...twice }],
  )
  const told = closed.filter(({ outcome }) => saysWhether(outcome))
  const [omittedRate = NO_RATE, wrongRate = NO_RATE] = checkRates(
    compared.map(({ sampling, persons, inCensus, inCheck }) => ({
      sampling,
      counts: [
        { part: persons.omitted.length, whole: inCheck },
        { part: persons.wronglyListed.length, whole: inCensus },
      ],
    })),
    2,
  )
  const [wrongHouseholds = NO_RATE] = checkRates(
    told.map(({ sampling, outcome }) => ({
      sampling,
      counts: [{ part: isNone(outcome) ? 1 : 0, whole: 1 }],
    })),
    1,
  )
  const inHousehold = (kind: 'omitted' | 'wronglyListed'): readonly PersonOfHousehold[] =>
    compared.flatMap(({ household, persons }) => persons[kind].map((each) => ({ ...each, household })))
  return {
    compared,
    errors: errorRates(compared),
    persons: {
      omitted: inHousehold('omitted'),
      wronglyListed: inHousehold('wronglyListed'),
      omittedRate,
      wrongRate,
    },
    households: {
      omitted: found,
      wronglyListed: told.filter(({ outcome }) => isNone(outcome)),
      wrongRate: wrongHouseholds,
    },
  }
}

function isNone(outcome: string): boolean {
  return NO_HOUSEHOLD.includes(outcome)
}

function saysWhether(outcome: string): boolean {
  return isFinished(outcome) || isNone(outcome)
}

/** The drawn households as they stand, and those that a checker found in a drawn village once he knew of the draw. */
async function householdsOfCheck(store: ProjectStore, { draw, lamport }: RecordedCheck) {
  const drawn = new Set(draw.drawn.map(({ household }) => household))
  const villages = new Set(draw.drawn.map(({ village }) => village))
  const checkers = new Set(draw.drawn.map(({ checker }) => checker))
  const listed = new Map<string, RosterHousehold>()
  const found: string[] = []
  for await (const ofVillage of projectHouseholds(store))
    for (const { household, origin } of ofVillage) {
      if (drawn.has(household.id)) listed.set(household.id, household)
      else if (origin === 'found' && villages.has(villageOf(household))) found.push(household.id)
    }
  const findings = await store.changesOfHouseholds(found)
  const isByChecker = (id: string): boolean =>
    (findings.get(id) ?? []).some(
      (change) =>
        change.entity === 'household' &&
        change.path === HOUSEHOLD_FACTS.found.path &&
        change.lamport > lamport &&
        checkers.has(change.person) &&
        (readFact(HOUSEHOLD_FACTS.found, change) ?? null) !== null,
    )
  return { listed, found: found.filter(isByChecker) }
}
