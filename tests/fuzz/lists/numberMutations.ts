import type { SeededRandom } from '../../../src/domain/shared/seededRandom'
import { LIST_DATE, TO_BE_TOLD, type Expected, type ListCell } from './HonestList'
import { changeCells, changeHousehold, filledCells, type ListMutation, type ListMutations } from './ListDraft'

type Spelling = (value: number) => string

const grouped = (value: number) => value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')
const scaled = (value: number, by: number) => (value / by).toFixed(10).replace(/\.?0+$/, '')

const WITH_UNITS: readonly Spelling[] = [
  (v) => `${v}元`, (v) => `${v} 元`, (v) => `¥${v}`, (v) => `￥${v}`, (v) => `约${v}`, (v) => `约${v}元`, (v) => `${v}元/年`,
  (v) => `${v}元整`, (v) => `RMB ${v}`, (v) => `人民币${v}元`, (v) => `${v}元/人`, (v) => `${v}左右`, (v) => `+${v}`,
  (v) => `${v}.`, (v) => `${v}圆`, (v) => `${v}块`, (v) => `共${v}元`, (v) => `${v}元（估）`,
] // prettier-ignore
const SCALED: readonly Spelling[] = [
  (v) => `${scaled(v, 1e3)}千元`, (v) => `${scaled(v, 1e3)}千`, (v) => `${scaled(v, 100)}百`, (v) => `${scaled(v, 100)}百元`,
  (v) => `${scaled(v, 1e4)}万`, (v) => `${scaled(v, 1e4)}万元`, (v) => `${scaled(v, 1e4)}w`, (v) => `${scaled(v, 1e4)}W`,
  (v) => `${scaled(v, 1e3)}k`, (v) => `${scaled(v, 1e3)}K`, (v) => `${scaled(v, 1e8)}亿`, (v) => `${scaled(v, 1e4)} 万 元`,
  (v) => `${scaled(v, 10)}十元`, (v) => `${scaled(v, 1e3)}仟元`, (v) => `${scaled(v, 1e4)}萬`, (v) => v.toExponential(5),
  (v) => `${v * 10}角`, (v) => `${v * 100}分`,
] // prettier-ignore
const GROUPED: readonly Spelling[] = [
  grouped, (v) => grouped(v).replaceAll(',', '，'), (v) => grouped(v).replaceAll(',', ' '), (v) => `${grouped(v)}元`,
  (v) => `¥${grouped(v)}`, (v) => grouped(v).replaceAll(',', "'"), (v) => v.toFixed(2).replace('.', ','),
  (v) => grouped(v).replace('.', ';').replace(',', '.').replace(';', ','),
] // prettier-ignore
const NEGATIVE: readonly Spelling[] = [
  (v) => `-${v}`, (v) => `−${v}`, (v) => `－${v}`, (v) => `(${v})`, (v) => `（${v}）`, (v) => `(${grouped(v)})`, (v) => `负${v}`,
  (v) => `亏${v}`, (v) => `${v}-`, (v) => `-${v}元`, (v) => `亏损${v}元`, (v) => `- ${v}`, (v) => `–${v}`, (v) => `—${v}`,
  (v) => `¥-${v}`, (v) => `-¥${v}`, (v) => `欠${v}`, (v) => `▲${v}`, (v) => `﹣${v}`, (v) => `负 ${v}元`,
] // prettier-ignore
const BOUNDS: readonly Spelling[] = [
  (v) => `${v}以上`, (v) => `${v}以下`, (v) => `${v}元以内`, (v) => `不到${v}`, (v) => `超过${v}元`, (v) => `<${v}`, (v) => `≥${v}`,
  (v) => `＞${v}`, (v) => `${v}-${v + 1000}`, (v) => `${v}~${v + 1000}`, (v) => `${v}—${v + 1000}`, (v) => `${v}至${v + 1000}元`,
  (v) => `${v}多`, (v) => `${v}+`, (v) => `近${v}`, (v) => `${v}～${v + 1000}`, (v) => `${v}/${v + 1000}`, (v) => `低于${v}`,
  (v) => `${v}、${v + 500}`, (v) => `${v}+${v}`, (v) => `${v}×2`,
] // prettier-ignore
const IN_WORDS = [
  ['三千', 3000], ['五千二百元', 5200], ['一万二', 12000], ['两千', 2000], ['3千5', 3500], ['3千500', 3500], ['1万2', 12000],
  ['1万2千', 12000], ['1万2千5百元', 12500], ['叁仟元整', 3000], ['8百5', 850], ['四千零五十', 4050], ['3k5', 3500],
] as const // prettier-ignore

/** Amounts, sizes, years and ages as people write them. */
export const numberMutations: ListMutations = {
  incomeUnit: income((value, random) => [random.pick(WITH_UNITS)(value), value]),
  incomeScaled: income((value, random) => [random.pick(SCALED)(value), value]),
  incomeGrouped: income((value, random) => [random.pick(GROUPED)(value), value]),
  incomeNegative: income((value, random) => [random.pick(NEGATIVE)(value), -value]),
  // A bound or a range is no income: any number taken from it has to be reported.
  incomeBound: income((value, random) => [random.pick(BOUNDS)(value), TO_BE_TOLD]),
  incomeInWords: income((_, random) => {
    const [text, value] = random.pick(IN_WORDS)
    return [text, value]
  }),
  incomeMissing: income((_, random) => [random.pick(['—', '/', '无', '-', '——', '暂无', '']) || null, null]),
  sizeUnit: quantity(['size'], (v) => [
    `${v}人`, `共${v}人`, `${v}口`, `${v}口人`, `${v} 人`, `${'零一二三四五六'.charAt(v)}`, `${'〇壹贰叁肆伍陆'.charAt(v)}`,
    String.fromCharCode(0x2460 + v - 1), `${v}人（含外出）`,
  ]), // prettier-ignore
  yearUnit: quantity(['exitYear'], (v) => [
    `${v}年`, `${v}年度`, `${v}年底`, `${v}.12`, `${v}年12月`, `${v}-12-31`, `${v % 100}年`, `二〇${v < 2020 ? '一' : '二'}${'〇一二三四五六七八九'.charAt(v % 10)}年`,
    `${v} 年`, `‘${v % 100}`, `${v}年脱贫`,
  ]), // prettier-ignore
  ageUnit: quantity(['age'], (v) => [
    `${v}岁`,
    `${v}周岁`,
    `${v} 岁`,
    `年满${v}`,
    `${v}岁左右`,
    `虚岁${v + 1}`,
  ]),
  ageOfInfant(draft, random) {
    // Where the ID number says when somebody was born, nobody asks the age.
    if (filledCells(draft, 'idNumber').length > 0) return false
    const text = random.pick([
      '8个月', '8月', '3月', '20天', '半岁', '11个月大', '6 个月', '八个月', '45日', '1岁半', '10月龄', '0.5', '9m', '未满周岁', '1岁3个月',
    ]) // prettier-ignore
    return changeCells(
      draft,
      random,
      ['age'],
      ({ row, household }) =>
        row.person === null || household.people.indexOf(row.person) < 2 ? undefined : text,
      ({ row: { person } }) => {
        if (person !== null)
          person.expects['birthDate'] = (value) => typeof value === 'string' && value >= TWO_YEARS_BEFORE
      },
    )
  },
}

const TWO_YEARS_BEFORE = `${Number(LIST_DATE.slice(0, 4)) - 2}${LIST_DATE.slice(4)}`

function income(
  change: (value: number, random: SeededRandom) => readonly [ListCell, Expected],
): ListMutation {
  return (draft, random) => {
    let expected: Expected = null
    const household = changeHousehold(draft, random, 'income', (household) => {
      const [cell, value] = change(household.income, random)
      expected = value
      return cell
    })
    if (household !== null) household.expects['registryIncome'] = expected
    return household !== null
  }
}

function quantity(
  keys: readonly ['size' | 'exitYear' | 'age'],
  spellings: (value: number) => readonly string[],
): ListMutation {
  return (draft, random) =>
    changeCells(draft, random, keys, ({ cell }) =>
      typeof cell === 'number' ? random.pick(spellings(cell)) : undefined,
    )
}
