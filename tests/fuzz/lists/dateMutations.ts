import type { SeededRandom } from '../../../src/domain/shared/seededRandom'
import { TO_BE_TOLD, type ListCell } from './HonestList'
import { changeCells, isSheetText, type ListDraft, type ListMutation, type ListMutations } from './ListDraft'
import { serialOf } from './serialOf'

type Day = readonly [year: number, month: number, day: number]
const pad = (number: number) => String(number).padStart(2, '0')
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const WRITTEN: readonly ((...day: Day) => string)[] = [
  (y, m, d) => `${y}-${m}-${d}`, (y, m, d) => `${y}/${m}/${d}`, (y, m, d) => `${y}.${m}.${d}`, (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => `${y}年${m}月${d}号`, (y, m, d) => `${y}${pad(m)}${pad(d)}`, (y, m, d) => `${y}.${pad(m)}.${pad(d)}`,
  (y, m, d) => `${y}/${pad(m)}/${pad(d)}`, (y, m, d) => `${y} 年 ${m} 月 ${d} 日`, (y, m, d) => `${y}．${m}．${d}`,
  (y, m, d) => `${y}－${pad(m)}－${pad(d)}`, (y, m, d) => `${y}、${m}、${d}`, (y, m, d) => `${y}。${m}。${d}`,
  (y, m, d) => `${y}-${pad(m)}-${pad(d)}.`, (y, m, d) => `${y}.${m}.${d}日`, (y, m, d) => `${y} ${pad(m)} ${pad(d)}`,
  (y, m, d) => `${y}年${m}月${d}日生`, (y, m, d) => `生于${y}年${m}月${d}日`, (y, m, d) => `公历${y}.${m}.${d}`, (y, m, d) => `${y}-${m}/${d}`,
] // prettier-ignore
const TIMED: readonly ((...day: Day) => string)[] = [
  (y, m, d) => `${y}-${pad(m)}-${pad(d)} 00:00:00`, (y, m, d) => `${y}/${m}/${d} 0:00`, (y, m, d) => `${y}-${pad(m)}-${pad(d)}T00:00:00`,
  (y, m, d) => `${y}-${pad(m)}-${pad(d)}T00:00:00.000+08:00`, (y, m, d) => `${y}-${pad(m)}-${pad(d)}T00:00:00+0800`,
  (y, m, d) => `${dayBefore(y, m, d)}T16:00:00.000Z`, (y, m, d) => `${dayBefore(y, m, d)}T16:00:00Z`, (y, m, d) => `${y}-${pad(m)}-${pad(d)}T08:00:00.000Z`,
  (y, m, d) => `${y}年${m}月${d}日 0时0分`, (y, m, d) => `${y}-${pad(m)}-${pad(d)} 00:00:00.000`, (y, m, d) => `${y}/${m}/${d} 上午 12:00:00`,
  (y, m, d) => `${dayBefore(y, m, d)} 16:00:00+00:00`, (y, m, d) => `${y}-${pad(m)}-${pad(d)} 12:00:00 AM`,
  (y, m, d) => `${y}年${m}月${d}日星期${'日一二三四五六'.charAt(new Date(Date.UTC(y, m - 1, d)).getUTCDay())}`,
] // prettier-ignore
const FOREIGN: readonly ((...day: Day) => string)[] = [
  (y, m, d) => `${m}/${d}/${y}`, (y, m, d) => `${d}-${MONTHS[m - 1]}-${y}`, (y, m, d) => `${MONTHS[m - 1]} ${d}, ${y}`, (y, m, d) => `${pad(y % 100)}.${m}.${d}`,
  (y, m, d) => `${pad(y % 100)}-${pad(m)}-${pad(d)}`, (y, m, d) => `${pad(y % 100)}年${m}月${d}日`, (y, m, d) => `${d}.${m}.${y}`,
] // prettier-ignore

/** Days of birth as people and programs write them. */
export const dateMutations: ListMutations = {
  dateWritten: dates((day, random) => random.pick(WRITTEN)(...day)),
  dateTimed: dates((day, random) => random.pick(TIMED)(...day)),
  dateForeign: dates((day, random) => random.pick(FOREIGN)(...day)),
  dateFullWidth: dates(([y, m, d]) =>
    `${y}-${m}-${d}`.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  ),
  dateDigits: (draft, random) =>
    !isSheetText(draft) && dates(([y, m, d]) => y * 10_000 + m * 100 + d)(draft, random),
  dateSerial: (draft, random) =>
    dates(([y, m, d]) => serialOf(`${y}-${pad(m)}-${pad(d)}`, !isSheetText(draft) && is1904(draft)))(
      draft,
      random,
    ),
  // A day of the old calendar is another day.
  dateLunar: dates(
    ([y, m, d], random) =>
      random.pick([
        `农历${y}年${m}月${d}日`,
        `${y}年${m}月${d}日（农历）`,
        `${y}年正月初三`,
        `${y}.${m}.${d}(阴历)`,
      ]),
    'lost',
  ),
  dateImpossible: dates(
    ([y, m], random) =>
      random.pick([`${y}-02-30`, `${y}-13-${pad(m)}`, `${y}-00-00`, `${y}0231`, `${y}.${m}.32`]),
    'lost',
  ),
}

function dates(change: (day: Day, random: SeededRandom) => ListCell, isLost?: 'lost'): ListMutation {
  return (draft, random) =>
    changeCells(
      draft,
      random,
      ['birthDate'],
      ({ cell }) =>
        typeof cell === 'object' && cell.kind === 'day'
          ? change(cell.iso.split('-').map(Number) as unknown as Day, random)
          : undefined,
      ({ row: { person } }) => {
        // Where there is an ID number, it says the day.
        if (isLost === 'lost' && person !== null && person.expects['idNumber'] === undefined)
          person.expects['birthDate'] = TO_BE_TOLD
      },
    )
}

function is1904({ writing }: ListDraft): boolean {
  return writing.format !== 'delimited' && writing.is1904
}

function dayBefore(...[year, month, day]: Day): string {
  return new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10)
}
