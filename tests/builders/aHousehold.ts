import type { RosterHousehold, RosterMember } from '../../src/domain/roster/Roster'

const SOURCE = { file: 'list.xlsx', sheet: '名单', row: 4 }

/** An adult in good health, of whom the list knows everything; `birthDate` 1980-05-05 unless given. */
export function aMember(given: Partial<RosterMember> = {}): RosterMember {
  return {
    id: 'm1',
    name: '李甲',
    idNumber: null,
    relation: 'head',
    birthDate: '1980-05-05',
    sex: 'male',
    ethnicity: '汉族',
    educationLevel: 'primary',
    studentStatus: 'not_student',
    health: ['healthy'],
    laborAbility: 'ordinary',
    workPlace: null,
    workMonths: null,
    phone: null,
    source: SOURCE,
    kept: {},
    ...given,
  }
}

/** An exited household (identified 2014, exited 2018, register income 5,000) of one adult, `m1`. */
export function aHousehold(given: Partial<RosterHousehold> = {}): RosterHousehold {
  return {
    id: 'h1',
    headName: '李甲',
    status: 'exited',
    exitYear: 2018,
    identifiedYear: 2014,
    province: null,
    county: '测县',
    township: '甲乡',
    village: '石村',
    hamlet: null,
    registryIncome: 5000,
    category: null,
    povertyCauses: [],
    statedSize: null,
    phone: null,
    unsafeHouse: null,
    safeWater: null,
    members: [aMember()],
    source: SOURCE,
    kept: {},
    ...given,
  }
}
