import type { RegisterStatus, RosterHousehold } from '../roster/Roster'
import type { SeededRandom } from '../shared/seededRandom'
import { makePeople, type InventedFamily } from './makePeople'
import type { PracticeNames } from './PracticeMaterial'

export interface CountyPlan {
  readonly households: number
  readonly seed: number
  /** Makes the keys of households and people without a register number, as the roster reader does. */
  readonly hash: (idNumber: string) => string
}

/** The next household of a county. */
interface Listed extends Pick<InventedFamily, 'roles' | 'healthOf' | 'taken'> {
  readonly status: RegisterStatus
  /** From 0. */
  readonly index: number
  readonly random: SeededRandom
}

const HOUSEHOLDS_A_VILLAGE = 40
const SOURCE = { file: 'practice', sheet: '名单', row: 0 }

/** An invented household as a list has it, and who visits its village. */
export function listHousehold(
  { status, roles, healthOf, index, random, taken }: Listed,
  { hash }: Pick<CountyPlan, 'hash'>,
  names: PracticeNames,
): { readonly household: RosterHousehold; readonly assessor: string } {
  const village = Math.floor(index / HOUSEHOLDS_A_VILLAGE)
  const township = Math.floor(village / names.villages.length)
  const isRegistered = status !== 'unregistered'
  const number = `5399${String(index + 1).padStart(6, '0')}`
  const memberId = (nth: number, idNumber: string): string =>
    isRegistered ? `${number}${String(nth + 1).padStart(2, '0')}` : `m-${hash(idNumber)}`
  const members = makePeople({ roles, healthOf, memberId, source: SOURCE, taken }, names, random)
  const [head] = members
  if (head === undefined) throw new Error('a family without a head')
  const hasExited = status === 'exited'
  const household: RosterHousehold = {
    id: isRegistered ? number : `h-${hash(head.idNumber ?? '')}`,
    headName: head.name,
    status: status,
    exitYear: hasExited ? random.pick([2017, 2018, 2019]) : null,
    identifiedYear: isRegistered ? random.pick([2013, 2014, 2015]) : null,
    province: null,
    county: names.county,
    township: names.townships[township % names.townships.length] ?? null,
    village:
      (names.villages[village % names.villages.length] ?? '') +
      (township >= names.townships.length ? String(township) : '') +
      '村',
    hamlet: `${random.between(1, 6)}组`,
    registryIncome: null,
    category: isRegistered ? (hasExited ? 'ordinary_exited' : 'ordinary_poor') : null,
    povertyCauses: isRegistered ? ['skills'] : [],
    statedSize: members.length,
    phone: null,
    unsafeHouse: isRegistered ? false : null,
    safeWater: isRegistered ? true : null,
    members,
    source: SOURCE,
    kept: {},
  }
  return { household, assessor: names.assessors[village % names.assessors.length] ?? '' }
}
