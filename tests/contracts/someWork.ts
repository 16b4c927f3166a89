import type { RosterVillage } from '../../src/application/store/ProjectStore'
import type { ChangeDraft } from '../../src/domain/changes/ChangeDraft'
import type { RosterHousehold } from '../../src/domain/roster/Roster'
import type { Json } from '../../src/domain/shared/Json'

export const INTERVIEW = '5201010001/first/1'
export const PERSON = 'p-1'
export const AT = '2020-05-06T09:30:00+08:00'

/** An answer in the first interview of household 5201010001. */
export function anAnswer(path: string, value: Json): ChangeDraft {
  return { entity: 'interview', entityId: INTERVIEW, path, value, person: PERSON, at: AT }
}

export function aVillage(village: string, size: number): RosterVillage {
  return { village, households: Array.from({ length: size }, (_, index) => aHousehold(village, index + 1)) }
}

function aHousehold(village: string, number: number): RosterHousehold {
  const source = { file: '名单.xlsx', sheet: 'Sheet1', row: number + 1 }
  return {
    id: `520101${String(number).padStart(4, '0')}`,
    headName: `赵${number}`,
    status: 'exited',
    exitYear: 2018,
    identifiedYear: 2014,
    province: '贵州省',
    county: '某县',
    township: '某乡',
    village,
    hamlet: null,
    registryIncome: 4200.5,
    category: null,
    povertyCauses: ['illness'],
    statedSize: 1,
    phone: null,
    unsafeHouse: null,
    safeWater: true,
    members: [
      {
        id: `m-${number}`,
        name: `赵${number}`,
        idNumber: '52010119600101001X',
        relation: 'head',
        birthDate: '1960-01-01',
        sex: 'male',
        ethnicity: null,
        educationLevel: null,
        studentStatus: null,
        health: null,
        laborAbility: null,
        workPlace: null,
        workMonths: null,
        phone: null,
        source,
        kept: {},
      },
    ],
    source,
    kept: { 备注: '低保' },
  }
}
