import { describe, expect, it } from 'vitest'
import type { RawCell } from '../../../src/domain/roster/SheetTable'
import { inventedId } from '../../fixtures/roster/inventedPeople'
import { readList, told } from '../../fixtures/roster/readList'

const HEAD = inventedId('1970-01-01', 1)
const WIFE = inventedId('1972-03-04', 2)
const CHILD = inventedId('2008-05-06', 3)

const SOUND: readonly Readonly<Record<string, RawCell>>[] = [
  {
    户编号: '51',
    姓名: '李建国',
    证件号码: HEAD,
    与户主关系: '户主',
    人数: 3,
    健康状况: '健康',
    在校生状况: '非在校生',
    文化程度: '小学',
    务工状况: '省外务工',
    务工时间: 8,
    脱贫属性: '已脱贫',
    人均纯收入: 5200,
    危房户: '否',
    饮水安全: '是',
    主要致贫原因: '缺技术',
  },
  {
    姓名: '王芳',
    证件号码: WIFE,
    与户主关系: '配偶',
    健康状况: '健康',
    在校生状况: '非在校生',
    文化程度: '小学',
  },
  {
    姓名: '李明',
    证件号码: CHILD,
    与户主关系: '之子',
    健康状况: '健康',
    在校生状况: '初中',
    文化程度: '小学',
  },
]
const HEADER = Object.keys(SOUND[0] ?? {})

/** What is told of a sound household of three in which the cells of one row are changed. */
function toldWhen(row: number, cells: Readonly<Record<string, RawCell>>): readonly string[] {
  const rows = SOUND.map((sound, index) => (index === row ? { ...sound, ...cells } : sound))
  return told(readList([HEADER, ...rows.map((cells) => HEADER.map((name) => cells[name] ?? null))]))
}

describe('a list is warned of', () => {
  it('nothing when it is sound', () => expect(toldWhen(0, {})).toEqual([]))
  it('two spouses', () => expect(toldWhen(2, { 与户主关系: '配偶' })).toContain('several_spouses D4'))
  it('head and spouse of one sex', () =>
    expect(toldWhen(1, { 证件号码: inventedId('1972-03-04', 5) })).toEqual(['head_and_spouse_same_sex D3']))
  it('人数 that differs from the rows', () =>
    expect(toldWhen(0, { 人数: 4 })).toEqual(['stated_size_differs E2']))
  it('因病 when nobody is ill', () =>
    expect(toldWhen(0, { 主要致贫原因: '因病' })).toEqual(['illness_without_ill O2']))
  it('no 因病 when somebody is ill', () =>
    expect(toldWhen(0, { 主要致贫原因: '因病', 健康状况: '长期慢性病' })).toEqual([]))
  it('no 因病 when somebody’s health is not stated', () =>
    expect(toldWhen(0, { 主要致贫原因: '因病', 健康状况: null })).toEqual([]))
  it('因残 when nobody is disabled', () =>
    expect(toldWhen(0, { 主要致贫原因: '因残' })).toEqual(['disability_without_disabled O2']))
  it('因学 when nobody is a student and it is the cause', () => {
    const rows = SOUND.map((sound) => ({ ...sound, 在校生状况: '非在校生' }))
    const list = [{ ...rows[0], 主要致贫原因: '因学' }, ...rows.slice(1)] as readonly Readonly<
      Record<string, RawCell>
    >[]
    expect(
      told(readList([HEADER, ...list.map((cells) => HEADER.map((name) => cells[name] ?? null))])),
    ).toEqual(['schooling_without_student O2'])
  })
  it('an exited household with an unsafe house', () =>
    expect(toldWhen(0, { 危房户: '是' })).toEqual(['exited_with_unsafe_house M2']))
  it('no unsafe house when the household is poor', () =>
    expect(toldWhen(0, { 危房户: '是', 脱贫属性: '未脱贫' })).toEqual([]))
  it('an exited household without safe water', () =>
    expect(toldWhen(0, { 饮水安全: '否' })).toEqual(['exited_without_safe_water N2']))
  it.each([
    [0, ['income_out_of_range L2']],
    [0.01, []],
    [100_000, []],
    [100_000.01, ['income_out_of_range L2']],
  ])('a per-capita income of %f', (income, problems) =>
    expect(toldWhen(0, { 人均纯收入: income })).toEqual(problems),
  )
  it('months of work without a place', () =>
    expect(toldWhen(0, { 务工状况: null })).toEqual(['work_months_without_place I2']))
  it('a pupil of a school below his education', () =>
    expect(toldWhen(2, { 文化程度: '高中' })).toEqual(['student_too_schooled G4']))
})
