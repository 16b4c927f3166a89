import type { SeededRandom } from '../../../src/domain/shared/seededRandom'
import { inventedId, inventedName } from '../../fixtures/roster/inventedPeople'
import type { ListedHousehold, ListedPerson } from './HonestList'

const VILLAGES = ['石门村', '上寨村', '下寨村', '大坪村', '合水村', '注滩村']
const STATUSES = [
  ['exited', '已脱贫（享受政策）'],
  ['exited', '已脱贫'],
  ['poor', '未脱贫'],
] as const
const FULL_NAMES = ['买买提·艾力', '阿依古丽·吐尔逊', '扎西·多吉', '卓玛·央金']

/** Households of nobody, two to five in each of some villages: their people, numbers and sizes agree. */
export function inventHouseholds(random: SeededRandom): ListedHousehold[] {
  const villages = random.shuffle(VILLAGES).slice(0, random.between(1, 3))
  const digits = random.pick([10, 12, 18])
  const firstName = random.between(0, 200)
  let [households, people] = [random.between(1, 9) * 10, 0]

  function invent(village: string): ListedHousehold {
    const number = `9901${String(++households).padStart(digits - 4, '0')}`
    const status = random.pick(STATUSES)
    const members: ListedPerson[] = []
    const household: ListedHousehold = {
      number,
      village,
      status,
      exitYear: status[0] === 'exited' ? random.between(2014, 2020) : null,
      income: random.between(15, 140) * 100 + random.pick([0, 0, 18, 50, 18.5]),
      size: random.pick([1, 2, 3, 3, 4, 5, 6]),
      phone: `139${String(random.between(0, 99_999_999)).padStart(8, '0')}`,
      people: members,
      expects: {},
    }
    for (const [relation, sex, birthDate] of family(household.size, random)) {
      const order = 2 * (people % 490) + (sex === '男' ? 1 : 2)
      members.push({
        name: nameOf(firstName + people++, random),
        idNumber: inventedId(birthDate, order),
        memberNumber: `${number}${String(members.length + 1).padStart(4, '0')}`,
        relation,
        birthDate,
        sex,
        phone: `138${String(random.between(0, 99_999_999)).padStart(8, '0')}`,
        household,
        expects: {},
      })
    }
    return household
  }

  return villages.flatMap((village) => Array.from({ length: random.between(2, 4) }, () => invent(village)))
}

type Relative = readonly [relation: ListedPerson['relation'], sex: '男' | '女', birthDate: string]

function family(size: number, random: SeededRandom): Relative[] {
  const sex = random.pick(['男', '男', '女'] as const)
  const all: Relative[] = [
    [['head', '户主'], sex, born(1950, 1982, random)],
    [['spouse', '配偶'], sex === '男' ? '女' : '男', born(1950, 1982, random)],
    [['son', '之子'], '男', born(1984, 2012, random)],
    [['daughter', '之女'], '女', born(1984, 2012, random)],
    [['mother', '之母'], '女', born(1925, 1935, random)],
    [['father', '之父'], '男', born(1925, 1935, random)],
  ]
  return all.slice(0, size)
}

function born(from: number, to: number, random: SeededRandom): string {
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${random.between(from, to)}-${pad(random.between(1, 12))}-${pad(random.between(1, 28))}`
}

/** Names differ by their number; some have two characters, some a middle dot, some a character beyond the first plane. */
function nameOf(number: number, random: SeededRandom): string {
  const name = inventedName(number)
  const kind = random.between(1, 12)
  if (kind === 1) return `${random.pick(FULL_NAMES)}${name.slice(1)}`
  if (kind === 2) return `${name.slice(0, 2)}𠮷${number % 7 === 0 ? '' : name.slice(2)}`
  return name
}
