import type { HouseholdDeterminations } from '../../src/domain/programmes/assessment/determination/Determination'
import type { CountyTotals } from '../../src/domain/programmes/assessment/measures/CountyTotals'
import { type MeasuredHousehold } from '../../src/domain/programmes/assessment/measures/MeasuredHousehold'
import { DRAWN_ALIKE } from '../../src/domain/sampling/Sampling'
import type { FigureRow } from '../../src/application/workbook/review/FigureRow'
import { fingerprintOf } from '../../src/application/workbook/review/reviewFormat'
import { seededRandom, type SeededRandom } from '../../src/domain/shared/seededRandom'
import { aMeasured } from '../builders/aMeasured'

/** How a county's households were drawn. */
export const DESIGNS = ['alike', 'strata', 'villages', 'strata and villages'] as const

type Design = (typeof DESIGNS)[number]

export interface RandomCounty {
  readonly households: readonly MeasuredHousehold[]
  readonly totals: CountyTotals | null
}

/** A county of some twenty to two hundred households in which everything occurs that a measure distinguishes. */
export function randomCounty(seed: number, design: Design): RandomCounty {
  const random = seededRandom(seed)
  const villages = Array.from(
    { length: random.between(1, 9) },
    (_, index) => `云县/${index % 3}乡/第${index}村`,
  )
  const wrong = random.next() * 0.4
  const households = Array.from({ length: random.between(20, 200) }, (_, index) =>
    someHousehold(`h${index + 1}`, random.pick(villages), wrong, design, random),
  )
  return { households, totals: someTotals(random) }
}

function someHousehold(
  id: string,
  village: string,
  wrong: number,
  design: Design,
  random: SeededRandom,
): MeasuredHousehold {
  const status = random.pick(['exited', 'exited', 'unregistered', 'poor', 'relapsed', null] as const)
  const outcome = random.pick(['completed', 'completed', 'completed', 'completed', 'refused', null] as const)
  const isSuspected = outcome === 'completed' && random.next() < wrong
  const conclusion = conclusionOf(status, isSuspected, random)
  return aMeasured({
    id,
    village,
    status,
    outcome,
    conclusion: outcome === 'completed' ? conclusion : 'not_interviewed',
    persons: random.between(1, 7),
    recognises: outcome === 'completed' ? random.pick([true, true, true, false, null]) : null,
    isSatisfied: outcome === 'completed' ? random.pick([true, false, null]) : null,
    flags: status !== null && status !== 'unregistered' && random.next() < 0.1 ? ['wrong_inclusion'] : [],
    determined: determinedOf(conclusion, random),
    isWrongInclusion: status !== null && status !== 'unregistered' && random.next() < 0.05,
    sampling: samplingOf(village, design, random),
  })
}

function conclusionOf(
  status: MeasuredHousehold['status'],
  isSuspected: boolean,
  random: SeededRandom,
): MeasuredHousehold['conclusion'] {
  if (random.next() < 0.08) return 'to_verify'
  if (status === 'exited') return isSuspected ? 'suspected_wrong_exit' : 'exit_confirmed'
  if (status === 'unregistered') return isSuspected ? 'suspected_omission' : 'no_omission'
  return status === null ? 'to_verify' : 'meets_standard'
}

function determinedOf(
  conclusion: MeasuredHousehold['conclusion'],
  random: SeededRandom,
): MeasuredHousehold['determined'] {
  if (conclusion === 'suspected_wrong_exit') return random.pick([null, 'wrong_exit', 'exit_confirmed'])
  return conclusion === 'suspected_omission' ? random.pick([null, 'omission', 'no_omission']) : null
}

function samplingOf(village: string, design: Design, random: SeededRandom): MeasuredHousehold['sampling'] {
  if (design === 'alike') return DRAWN_ALIKE
  if (design === 'villages') return { ...DRAWN_ALIKE, cluster: village }
  const weight = random.next() < 0.1 ? 0 : random.pick([1, 2.5, 7 / 3, 12])
  const stratum = `${village.split('/')[1] ?? ''} exited ordinary`
  return { weight, stratum, cluster: design === 'strata' ? null : village }
}

function someTotals(random: SeededRandom): CountyTotals | null {
  if (random.next() < 0.15) return null
  const exited = random.next() < 0.1 ? 0 : random.between(2_000, 9_000)
  const unregistered = random.next() < 0.1 ? 0 : random.between(5_000, 60_000)
  const poor = random.between(0, 900)
  return {
    ruralRegistered: exited + unregistered + poor + random.between(0, 500),
    exited,
    poor,
    unregistered,
    sampledVillagesUnregistered: random.next() < 0.25 ? null : random.between(700, 4_000),
    source: '统计公报',
  }
}

/** The rows of such households in a workbook. */
export function rowsOf(households: readonly MeasuredHousehold[]): readonly FigureRow[] {
  return households.map((measured, row) => {
    const household = { id: measured.id, headName: `户主${measured.id}`, township: '乡', village: '村' }
    const determinations = determinationsOf(measured)
    const fingerprint = fingerprintOf({ household, measured, determinations })
    return { measured, row, unmet: null, household, shown: measured.id, determinations, fingerprint }
  })
}

function determinationsOf({ id, determined, isWrongInclusion }: MeasuredHousehold): HouseholdDeterminations {
  const decided = (
    question: 'suspicion' | 'inclusion',
    determination: 'wrong_inclusion' | MeasuredHousehold['determined'],
  ) =>
    determination === null
      ? ({ state: 'none' } as const)
      : ({
          state: 'final',
          decision: {
            id: 'r:1',
            question,
            determination,
            reason: '核查过',
            by: '甲',
            at: '2020-12-01T00:00:00Z',
            confirmedBy: '乙',
            confirmedHow: null,
            confirmedReason: null,
            uncounted: [],
          },
        } as const)
  return {
    household: id,
    suspicion: decided('suspicion', determined),
    inclusion: decided('inclusion', isWrongInclusion ? 'wrong_inclusion' : null),
    rebuttals: [],
    history: [],
  }
}
