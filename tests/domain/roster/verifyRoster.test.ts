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
    工资性收入: 9000,
    危房户: '否',
    饮水安全: '是',
    主要致贫原因: '缺技术',
    贫困户属性: '一般脱贫户',
    是否享受低保: '否',
    失学或辍学原因: null,
  },
  {
    姓名: '王芳',
    证件号码: WIFE,
    与户主关系: '配偶',
    健康状况: '健康',
    在校生状况: '非在校生',
    文化程度: '小学',
    是否享受低保: '否',
  },
  {
    姓名: '李明',
    证件号码: CHILD,
    与户主关系: '之子',
    健康状况: '健康',
    在校生状况: '初中',
    文化程度: '小学',
    是否享受低保: '否',
  },
]
const HEADER = Object.keys(SOUND[0] ?? {})

/** The problems of a sound household of three in which the cells of one row are changed. */
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
    expect(toldWhen(0, { 主要致贫原因: '因病' })).toEqual(['illness_without_ill P2']))
  it('no 因病 when somebody is ill', () =>
    expect(toldWhen(0, { 主要致贫原因: '因病', 健康状况: '长期慢性病' })).toEqual([]))
  it('no 因病 when somebody’s health is not stated', () =>
    expect(toldWhen(0, { 主要致贫原因: '因病', 健康状况: null })).toEqual([]))
  it('因残 when nobody is disabled', () =>
    expect(toldWhen(0, { 主要致贫原因: '因残' })).toEqual(['disability_without_disabled P2']))
  it('因学 when nobody is a student and it is the cause', () => {
    const rows = SOUND.map((sound) => ({ ...sound, 在校生状况: '非在校生' }))
    const list = [{ ...rows[0], 主要致贫原因: '因学' }, ...rows.slice(1)] as readonly Readonly<
      Record<string, RawCell>
    >[]
    expect(
      told(readList([HEADER, ...list.map((cells) => HEADER.map((name) => cells[name] ?? null))])),
    ).toEqual(['schooling_without_student P2'])
  })
  it('an exited household with an unsafe house', () =>
    expect(toldWhen(0, { 危房户: '是' })).toEqual(['exited_with_unsafe_house N2']))
  it('no unsafe house when the household is poor', () =>
    expect(toldWhen(0, { 危房户: '是', 脱贫属性: '未脱贫', 贫困户属性: '一般贫困户' })).toEqual([]))
  it('an exited household without safe water', () =>
    expect(toldWhen(0, { 饮水安全: '否' })).toEqual(['exited_without_safe_water O2']))
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
  it.each([
    ['中职', '大专', ['student_too_schooled G4']],
    ['中职', '高中', []],
    ['高中', '本科', ['student_too_schooled G4']],
    ['初中', '初中', []],
  ])('a pupil of %s with an education of %s', (studentStatus, education, problems) =>
    expect(toldWhen(2, { 在校生状况: studentStatus, 文化程度: education })).toEqual(problems),
  )
  it('a household on the allowance of which nobody gets it', () =>
    expect(toldWhen(0, { 贫困户属性: '低保脱贫户' })).toEqual(['allowance_without_recipient Q2']))
  it('no allowance that is missing when one member gets it', () =>
    expect(toldWhen(0, { 贫困户属性: '低保脱贫户', 是否享受低保: '是' })).toEqual([]))
  it('no allowance that is missing when the list does not give it for everybody', () =>
    expect(toldWhen(0, { 贫困户属性: '低保脱贫户', 是否享受低保: null })).toEqual([]))
  it('wages when nobody works', () =>
    expect(toldWhen(0, { 务工状况: null, 务工时间: null })).toEqual(['wages_without_worker M2']))
  it('no wages when they are 0 and nobody works', () =>
    expect(toldWhen(0, { 务工状况: null, 务工时间: null, 工资性收入: 0 })).toEqual([]))
  it('no wages when the list has no column of work', () => {
    const roster = readList([
      ['户编号', '姓名', '脱贫属性', '工资性收入'],
      ['51', '李建国', '未脱贫', 9000],
    ])
    expect(told(roster)).toEqual([])
  })
  it('an exited household with a child out of school', () =>
    expect(toldWhen(2, { 失学或辍学原因: '厌学' })).toEqual(['exited_with_dropout S4']))
  it.each(['否', '无', '—'])('no child out of school when the reason is %s', (reason) =>
    expect(toldWhen(2, { 失学或辍学原因: reason })).toEqual([]),
  )
  it('no child out of school when the household is poor', () => {
    const roster = readList([
      ['户编号', '姓名', '脱贫属性', '失学或辍学原因'],
      ['51', '李建国', '未脱贫', '厌学'],
    ])
    expect(told(roster)).toEqual([])
  })
})

describe('one ID number in two households', () => {
  const header = ['县', '行政村', '户编号', '姓名', '证件号码', '与户主关系', '脱贫属性']
  it.each([
    ['within a village', '甲县', '丙村'],
    ['across villages', '甲县', '丁村'],
    ['across counties', '乙县', '丙村'],
  ])('is reported %s, with the other village', (_, county, village) => {
    const roster = readList([
      header,
      ['甲县', '丙村', '51', '李建国', HEAD, '户主', '未脱贫'],
      [county, village, '52', '李建国', HEAD, '户主', '未脱贫'],
    ])
    expect(told(roster)).toEqual(['person_in_two_households E3'])
    expect(roster.problems[0]?.details).toMatchObject({ otherRow: 2, otherVillage: '丙村' })
  })
})
