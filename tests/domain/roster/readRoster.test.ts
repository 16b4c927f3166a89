import { describe, expect, it } from 'vitest'
import { arrayTable } from '../../fixtures/roster/arrayTable'
import { HEADERS, rowOf } from '../../fixtures/roster/headerLists'
import { inventedId } from '../../fixtures/roster/inventedPeople'
import { readList, readTables, told } from '../../fixtures/roster/readList'

const LI = inventedId('1970-01-01', 1)
const WANG = inventedId('1972-03-04', 2)
const ZHAO = inventedId('1960-01-01', 3)
const QIAN = inventedId('1990-05-06', 4)

describe('layouts', () => {
  it('reads one row per member when household columns are on every row', () => {
    const household = { 户编号: '51', 行政村: '丙村', 脱贫属性: '已脱贫', 人均纯收入: 5200 }
    const { households, rows } = readList([
      HEADERS.H1,
      rowOf(HEADERS.H1, { ...household, 姓名: '李建国', 证件号码: LI, 与户主关系: '户主' }),
      rowOf(HEADERS.H1, { ...household, 姓名: '王芳', 证件号码: WANG, 与户主关系: '配偶' }),
    ])
    expect(households).toMatchObject([
      {
        id: '51',
        headName: '李建国',
        village: '丙村',
        status: 'exited',
        registryIncome: 5200,
        members: [{ name: '李建国' }, { name: '王芳' }],
      },
    ])
    expect(rows).toEqual({ read: 3, imported: 2, merged: 0, skipped: 1, rejected: 0 })
  })

  it('continues the head above when household columns are on the head’s row only', () => {
    const { households } = readList([
      HEADERS.H1,
      rowOf(HEADERS.H1, { 户编号: '51', 行政村: '丙村', 姓名: '李建国', 证件号码: LI, 与户主关系: '户主' }),
      rowOf(HEADERS.H1, { 姓名: '王芳', 证件号码: WANG, 与户主关系: '配偶' }),
      rowOf(HEADERS.H1, { 户编号: '52', 行政村: '丁村', 姓名: '赵六', 证件号码: ZHAO, 与户主关系: '户主' }),
      rowOf(HEADERS.H1, { 姓名: '钱七', 证件号码: QIAN, 与户主关系: '之女' }),
    ])
    expect(
      households.map(({ id, village, members }) => [id, village, members.map(({ name }) => name)]),
    ).toEqual([
      ['51', '丙村', ['李建国', '王芳']],
      ['52', '丁村', ['赵六', '钱七']],
    ])
  })

  it('gives every household its village when a village is merged over several households', () => {
    const table = arrayTable(
      [
        ['行政村', '户编号', '姓名', '证件号码', '与户主关系'],
        ['丙村', '51', '李建国', LI, '户主'],
        [null, null, '王芳', WANG, '配偶'],
        [null, '52', '赵六', ZHAO, '户主'],
      ],
      {
        merges: [
          { top: 1, left: 0, bottom: 3, right: 0 },
          { top: 1, left: 1, bottom: 2, right: 1 },
        ],
      },
    )
    const { households } = readTables([table])
    expect(households.map(({ id, village, members }) => [id, village, members.length])).toEqual([
      ['51', '丙村', 2],
      ['52', '丙村', 1],
    ])
  })

  it('reads one row per household when the list names only heads (H4)', () => {
    const { households, rows } = readList([
      HEADERS.H4,
      ['51', '510001', '李建国', LI, '已脱贫(不再享受政策)', '2018', 3, '2014', '一般脱贫户'],
      ['52', '520001', '赵六', ZHAO, '未脱贫', '—', 1, '2014', '低保贫困户'],
    ])
    expect(households).toMatchObject([
      {
        id: '51',
        status: 'exited',
        exitYear: 2018,
        identifiedYear: 2014,
        members: [{ id: '510001', relation: 'head', idNumber: LI, sex: 'male', birthDate: '1970-01-01' }],
      },
      { id: '52', status: 'poor', exitYear: null, category: 'allowance_poor' },
    ])
    expect(rows).toEqual({ read: 3, imported: 2, merged: 0, skipped: 1, rejected: 0 })
  })

  it('gives a row’s person columns to the head when the list names only heads', () => {
    const { households } = readList([
      ['户编号', '户主姓名', '户主身份证号', '健康状况', '脱贫属性'],
      ['51', '李建国', LI, '残疾', '已脱贫'],
    ])
    expect(households).toMatchObject([
      { members: [{ name: '李建国', idNumber: LI, relation: 'head', health: ['disabled'] }] },
    ])
  })

  it('reads one row per household when no column states relations or heads', () => {
    const { households } = readList([
      ['行政村', '姓名', '身份证号', '人数'],
      ['丙村', '李建国', LI, 3],
      ['丙村', '赵六', ZHAO, 1],
    ])
    expect(households.map(({ headName, status, statedSize }) => [headName, status, statedSize])).toEqual([
      ['李建国', 'unregistered', 3],
      ['赵六', 'unregistered', 1],
    ])
  })

  it('puts members under the head that a column names (H7), adding a head who has no row', () => {
    const { households, problems } = readList([
      HEADERS.H7,
      ['1', '乙镇', '丙村', '李建国', LI, '李建国', '男', LI, 49, '小学', '非在校生'],
      ['2', '乙镇', '丙村', '李建国', LI, '王芳', '女', WANG, 47, '小学', '非在校生'],
      ['3', '乙镇', '丙村', '赵六', ZHAO, '钱七', '女', QIAN, 29, '初中', '非在校生'],
    ])
    expect(
      households.map(({ headName, members }) => [
        headName,
        members.map(({ name, relation }) => [name, relation]),
      ]),
    ).toEqual([
      [
        '李建国',
        [
          ['李建国', 'head'],
          ['王芳', null],
        ],
      ],
      [
        '赵六',
        [
          ['赵六', 'head'],
          ['钱七', null],
        ],
      ],
    ])
    expect(problems.map(({ code }) => code)).toEqual(['head_not_listed'])
  })

  it('reads a mixed list of registered households and others without a number', () => {
    const header = ['户编号', '行政村', '姓名', '证件号码', '与户主关系', '脱贫属性']
    const { households } = readList([
      header,
      ['51', '丙村', '李建国', LI, '户主', '已脱贫'],
      [null, '丙村', '王芳', WANG, '配偶', null],
      [null, '丙村', '赵六', ZHAO, '户主', '非建档立卡户'],
      [null, '丙村', '钱七', QIAN, '之女', null],
    ])
    expect(households.map(({ status, members }) => [status, members.map(({ name }) => name)])).toEqual([
      ['exited', ['李建国', '王芳']],
      ['unregistered', ['赵六', '钱七']],
    ])
    expect(households[1]?.id).toMatch(/^h-[0-9a-f]{32}$/)
  })

  it('puts a household together when heads and members are in different files', () => {
    const heads = arrayTable(
      [HEADERS.H4, ['51', '510001', '李建国', LI, '已脱贫', '2018', 2, '2014', '一般脱贫户']],
      { file: 'heads.xlsx' },
    )
    const members = arrayTable(
      [
        HEADERS.H1,
        rowOf(HEADERS.H1, {
          户编号: '51',
          人编号: '510001',
          姓名: '李建国',
          证件号码: LI,
          与户主关系: '户主',
        }),
        rowOf(HEADERS.H1, {
          户编号: '51',
          人编号: '510002',
          姓名: '王芳',
          证件号码: WANG,
          与户主关系: '配偶',
        }),
      ],
      { file: 'members.xlsx' },
    )
    const roster = readTables([heads, members])
    expect(roster.households).toMatchObject([
      { id: '51', status: 'exited', exitYear: 2018, members: [{ id: '510001' }, { id: '510002' }] },
    ])
    expect(told(roster)).toEqual(['household_in_two_files F2'])
    expect(roster.rows).toEqual({ read: 5, imported: 2, merged: 1, skipped: 2, rejected: 0 })
  })

  it('knows a household again by its head’s ID number when only one of two lists has its number', () => {
    const numbered = arrayTable(
      [HEADERS.H4, ['51', '510001', '李建国', LI, '已脱贫', '2018', 2, '2014', '一般脱贫户']],
      { file: 'a.xlsx' },
    )
    const unnumbered = arrayTable(
      [
        ['行政村', '姓名', '证件号码', '与户主关系'],
        ['丙村', '李建国', LI, '户主'],
        ['丙村', '王芳', WANG, '配偶'],
      ],
      { file: 'b.xlsx' },
    )
    const { households } = readTables([numbered, unnumbered])
    expect(households).toMatchObject([
      { id: '51', village: '丙村', members: [{ name: '李建国' }, { name: '王芳' }] },
    ])
  })

  it('refuses several households without any key column (H5), naming what to add', () => {
    const roster = readList([
      HEADERS.H5,
      ['1', '李建国', '男', '身份证', 49, '户主'],
      ['2', '赵六', '男', '身份证', 59, '户主'],
    ])
    expect(told(roster)).toEqual(['no_household_key B1'])
    expect(roster.rows).toEqual({ read: 3, imported: 0, merged: 0, skipped: 1, rejected: 2 })
  })

  it('takes a sheet of one household (H5), computing births from ages at the list’s date', () => {
    const { households } = readList(
      [HEADERS.H5, ['1', '李建国', '男', '身份证', 49, '户主'], ['2', '王芳', '女', '身份证', 47, '配偶']],
      { listDate: '2019-12-31' },
    )
    expect(households).toMatchObject([
      {
        weakKey: true,
        members: [{ birthDate: '1970-12-31', birthDateApproximate: true }, { birthDate: '1972-12-31' }],
      },
    ])
  })

  it('takes the day of the ages from the titles when nothing else names it', () => {
    const { households } = readList([
      ['数据截至2019年12月31日'],
      HEADERS.H5,
      ['1', '李建国', '男', '身份证', 49, '户主'],
    ])
    expect(households).toMatchObject([{ members: [{ birthDate: '1970-12-31', birthDateApproximate: true }] }])
  })

  it('gives no birth date to an age whose day nothing names', () => {
    const roster = readList([HEADERS.H5, ['1', '李建国', '男', '身份证', 49, '户主']])
    expect(roster.households).toMatchObject([{ members: [{ birthDate: null }] }])
    expect(told(roster)).toContain('age_without_date E2')
  })

  it('reads H2, with its 户类型, dates and telephones', () => {
    const header = HEADERS.H2
    const household = {
      数据日期: '2020-06-30',
      户编号: '51',
      户联系电话: 13000000000,
      首次识别时间: '201412',
      户类型: '一般脱贫户',
      致贫原因1: '因病、缺技术',
      是否解决安全饮用水: '是',
    }
    const roster = readList([
      header,
      rowOf(header, {
        ...household,
        姓名: '李建国',
        证件号码: LI,
        与户主关系: '户主',
        健康状况: '患有大病',
        人联系电话: '13100000000',
      }),
      rowOf(header, {
        ...household,
        姓名: '王芳',
        证件号码: WANG,
        与户主关系: '配偶',
        '务工时间（月）': '10个月',
      }),
    ])
    expect(roster.households).toMatchObject([
      {
        status: 'exited',
        category: 'ordinary_exited',
        identifiedYear: 2014,
        phone: '13000000000',
        povertyCauses: ['illness', 'skills'],
        safeWater: true,
        members: [{ phone: '13100000000', health: ['serious'] }, { workMonths: 10 }],
      },
    ])
    expect(told(roster)).toEqual([])
  })

  it('reads H3, asking for the status that it does not state', () => {
    const header = HEADERS.H3
    const household = {
      省: '某省',
      市: '某市',
      县: '甲县',
      乡: '乙镇',
      村: '丙村',
      户编号: '51',
      户主姓名: '李建国',
      户主证件号码: LI,
    }
    const roster = readList([
      header,
      rowOf(header, {
        ...household,
        人口编号: '510001',
        姓名: '李建国',
        性别: '男',
        出生日期: '1970/1/1',
        证件号码: LI,
        与户主关系: '本人',
      }),
      rowOf(header, {
        ...household,
        人口编号: '510002',
        姓名: '王芳',
        性别: '女',
        出生日期: 26362,
        证件号码: WANG,
        与户主关系: '配偶',
        是否享受低保: '是',
      }),
    ])
    expect(roster.households).toMatchObject([
      {
        id: '51',
        status: null,
        province: '某省',
        city: '某市',
        village: '丙村',
        members: [
          { id: '510001', relation: 'head' },
          { id: '510002', birthDate: '1972-03-04', kept: { 是否享受低保: '是' } },
        ],
      },
    ])
    expect(told(roster)).toEqual(['status_unknown F2'])
  })

  it('refuses land and housing (H6) without a key column', () => {
    const roster = readList([HEADERS.H6, ['2019', 3, 2, 1, '水泥路', 1, 'A级', 80, '柴草', '是', '是']])
    expect(told(roster)).toEqual(['no_household_key A1'])
  })
})

describe('who is who', () => {
  const unkeyed = [
    ['行政村', '姓名', '证件号码', '与户主关系'],
    ['丙村', '李建国', LI, '户主'],
    ['丙村', '王芳', WANG, '配偶'],
  ]

  it('has the same keys whenever the salt is the same', () => {
    const ids = () =>
      readList(unkeyed).households.flatMap(({ id, members }) => [id, ...members.map((member) => member.id)])
    expect(ids()).toEqual(ids())
    expect(ids()[0]).toMatch(/^h-/)
    expect(ids()[1]).toMatch(/^m-/)
  })

  it('shows nothing of the ID number in a key', () => {
    expect(JSON.stringify(readList(unkeyed).households.map(({ id }) => id))).not.toContain(LI.slice(0, 6))
  })

  it('never makes a key of an ID number whose digits are lost', () => {
    const roster = readList([
      unkeyed[0] ?? [],
      ['丙村', '李建国', 990101197001010000, '户主'],
      ['丁村', '赵六', 990101197001010000, '户主'],
    ])
    expect(roster.households).toMatchObject([
      { weakKey: true, members: [{ idNumber: null }] },
      { weakKey: true },
    ])
    expect(told(roster)).toEqual(['id_digits_lost C2', 'id_digits_lost C3', 'weak_key B2', 'weak_key B3'])
  })

  it('rejects the second household when nothing distinguishes the two', () => {
    const roster = readList([
      ['行政村', '姓名', '与户主关系'],
      ['丙村', '李建国', '户主'],
      ['丙村', '李建国', '户主'],
    ])
    expect(roster.households).toHaveLength(1)
    expect(told(roster)).toContain('household_key_shared B3')
    expect(roster.rows).toMatchObject({ imported: 1, rejected: 1 })
  })
})

describe('quirks', () => {
  const header = ['户编号', '人编号', '姓名', '证件号码', '与户主关系', '人数', '脱贫属性']

  it('imports one family and rejects the other when two carry the same 户编号', () => {
    const roster = readList([
      header,
      ['51', '1', '李建国', LI, '户主', 2, '已脱贫'],
      ['51', '2', '王芳', WANG, '配偶', 2, '已脱贫'],
      ['51', '3', '赵六', ZHAO, '户主', 2, '已脱贫'],
      ['51', '4', '钱七', QIAN, '之女', 2, '已脱贫'],
    ])
    expect(roster.households.map(({ members }) => members.map(({ name }) => name))).toEqual([
      ['李建国', '王芳'],
    ])
    expect(told(roster)).toEqual(['household_number_shared A4', 'household_number_shared A5'])
    expect(roster.rows).toMatchObject({ imported: 2, rejected: 2 })
  })

  it('takes two families of several persons under one 户编号 for two when no size is stated', () => {
    const roster = readList([
      ['户编号', '姓名', '证件号码', '与户主关系', '脱贫属性'],
      ['51', '李建国', LI, '户主', '已脱贫'],
      ['51', '王芳', WANG, '配偶', '已脱贫'],
      ['51', '赵六', ZHAO, '户主', '已脱贫'],
      ['51', '钱七', QIAN, '之女', '已脱贫'],
    ])
    expect(told(roster)).toEqual(['household_number_shared A4', 'household_number_shared A5'])
  })

  it('rejects a family in another file when its 户编号 is another head’s', () => {
    const rows = (head: string, id: string) => [header, ['51', '1', head, id, '户主', null, '已脱贫']]
    const roster = readTables([
      arrayTable(rows('李建国', LI), { file: 'a.xlsx' }),
      arrayTable(rows('赵六', ZHAO), { file: 'b.xlsx' }),
    ])
    expect(roster.households.map(({ headName }) => headName)).toEqual(['李建国'])
    expect(told(roster)).toEqual(['household_number_shared A2'])
  })

  it('keeps one household together when it lists two heads', () => {
    const roster = readList([
      header,
      ['51', '1', '李建国', LI, '户主', 2, '已脱贫'],
      ['51', '2', '王芳', WANG, '户主', 2, '已脱贫'],
    ])
    expect(roster.households).toMatchObject([
      { headName: '李建国', members: [{ name: '李建国' }, { name: '王芳' }] },
    ])
    expect(told(roster)).toEqual(['several_heads E3'])
  })

  it('reports one member in two households, and keeps both', () => {
    const roster = readList([
      header,
      ['51', '1', '李建国', LI, '户主', 2, '已脱贫'],
      ['51', '2', '钱七', QIAN, '之女', 2, '已脱贫'],
      ['52', '3', '赵六', ZHAO, '户主', 2, '已脱贫'],
      ['52', '4', '钱七', QIAN, '之儿媳', 2, '已脱贫'],
    ])
    expect(roster.households.map(({ members }) => members.length)).toEqual([2, 2])
    expect(told(roster)).toEqual(['person_in_two_households D5'])
  })

  it('points at the head’s ID number when two households of a list of heads share it', () => {
    const roster = readList([
      HEADERS.H4,
      ['51', '1', '李建国', LI, '已脱贫', '2018'],
      ['52', '2', '李建国', LI, '已脱贫', '2018'],
    ])
    expect(told(roster)).toEqual(['person_in_two_households D3'])
  })

  it('rejects a member row before any head', () => {
    const roster = readList([
      ['姓名', '证件号码', '与户主关系'],
      ['王芳', WANG, '配偶'],
      ['李建国', LI, '户主'],
    ])
    expect(told(roster)).toEqual(['member_before_head A2'])
    expect(roster.rows).toMatchObject({ imported: 1, rejected: 1, skipped: 1 })
  })

  it('puts the head first when the number places a member above him', () => {
    const { households } = readList([
      header,
      ['51', '2', '王芳', WANG, '配偶', 2, '已脱贫'],
      ['51', '1', '李建国', LI, '户主', 2, '已脱贫'],
    ])
    expect(households[0]?.members.map(({ name }) => name)).toEqual(['李建国', '王芳'])
  })

  it('ends in seconds when the same 户编号 stands on twenty thousand rows', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [
      '51',
      String(index),
      `人${index}`,
      null,
      '户主',
      null,
      '已脱贫',
    ])
    expect(readList([header, ...rows]).rows).toMatchObject({ imported: 20_000, rejected: 0 })
  }, 20_000)

  it('warns when a household has no head', () => {
    expect(told(readList([header, ['51', '2', '王芳', WANG, '配偶', 1, '已脱贫']]))).toEqual(['no_head E2'])
  })

  it('merges a person listed twice in one household', () => {
    const roster = readList([
      header,
      ['51', '1', '李建国', LI, '户主', 1, '已脱贫'],
      ['51', '1', '李建国', LI, '户主', 1, '已脱贫'],
    ])
    expect(roster.rows).toMatchObject({ imported: 1, merged: 1 })
    expect(told(roster)).toEqual(['member_listed_twice C3'])
  })

  it('gives each a key of his own when two persons carry one 人编号', () => {
    const roster = readList([
      header,
      ['51', '1', '李建国', LI, '户主', 2, '已脱贫'],
      ['51', '1', '王芳', WANG, '配偶', 2, '已脱贫'],
    ])
    const ids = roster.households[0]?.members.map(({ id }) => id) ?? []
    expect(new Set(ids).size).toBe(2)
    expect(told(roster)).toEqual(['member_number_shared B3'])
  })

  it('lets the first value stand when the rows of a household disagree', () => {
    const roster = readList([
      header,
      ['51', '1', '李建国', LI, '户主', 2, '已脱贫'],
      ['51', '2', '王芳', WANG, '配偶', 3, '已脱贫'],
    ])
    expect(roster.households[0]?.statedSize).toBe(2)
    expect(told(roster)).toEqual(['household_values_differ F3'])
  })

  it('skips totals, signatures, repeated headers, subtitles and blank rows', () => {
    const roster = readList([
      header,
      ['一、丙村'],
      ['51', '1', '李建国', LI, '户主', 1, '已脱贫'],
      [null],
      header,
      ['合计', null, null, null, null, 1],
      ['填表人：李某', null, '审核人：王某'],
      ['说明：以上为第一批'],
    ])
    expect(roster.rows).toEqual({ read: 8, imported: 1, merged: 0, skipped: 7, rejected: 0 })
    expect(told(roster)).toEqual(['row_is_text A2'])
  })

  it('rejects a row that names nobody', () => {
    const roster = readList([
      header,
      ['51', '1', '李建国', LI, '户主', 1, '已脱贫'],
      ['52', null, null, null, '配偶', 3],
    ])
    expect(told(roster)).toEqual(['row_without_person C3'])
    expect(roster.rows).toMatchObject({ imported: 1, rejected: 1 })
  })

  it('keeps columns that nobody knows, and texts that could not be read', () => {
    const { households } = readList([
      [...header, '养殖情况'],
      ['51', '1', '李建国', LI, '老大', 1, '已脱贫', '猪3头'],
    ])
    expect(households[0]?.members[0]?.kept).toEqual({ 与户主关系: '老大', 养殖情况: '猪3头' })
  })

  it('reports a formula that was never calculated, and does not read it as 0', () => {
    const roster = readList([
      [...header, '人均纯收入'],
      ['51', '1', '李建国', LI, '户主', 1, '已脱贫', { kind: 'formula_without_value', formula: 'B2*2' }],
    ])
    expect(roster.households[0]?.registryIncome).toBeNull()
    expect(told(roster)).toEqual(['formula_without_value H2'])
  })

  it('takes two spaces out of a padded name', () => {
    expect(
      readList([header, ['51', '1', '李\u3000明', LI, '户主', 1, '已脱贫']]).households[0]?.headName,
    ).toBe('李明')
  })

  it('derives sex and birth date from the ID number when the list lacks them', () => {
    expect(
      readList([header, ['51', '1', '李建国', LI, '户主', 1, '已脱贫']]).households[0]?.members,
    ).toMatchObject([{ sex: 'male', birthDate: '1970-01-01' }])
  })

  it('warns when birth date and sex differ from the ID number, and keeps the list’s', () => {
    const roster = readList([
      ['户编号', '姓名', '证件号码', '与户主关系', '性别', '出生日期', '脱贫属性'],
      ['51', '李建国', LI, '户主', '女', '1970-02-01', '已脱贫'],
    ])
    expect(roster.households[0]?.members).toMatchObject([{ sex: 'female', birthDate: '1970-02-01' }])
    expect(told(roster)).toEqual(['birth_date_differs F2', 'sex_differs E2'])
  })

  it('does not mind a birth month that agrees with the ID number', () => {
    const roster = readList([
      ['户编号', '姓名', '证件号码', '与户主关系', '出生年月', '脱贫属性'],
      ['51', '李建国', LI, '户主', '197001', '已脱贫'],
    ])
    expect(roster.households[0]?.members).toMatchObject([{ birthDate: '1970-01-01' }])
    expect(told(roster)).toEqual([])
  })
})

describe('columns', () => {
  it('takes 户类型 for 脱贫属性 when its values are such', () => {
    const { households } = readList([
      ['户编号', '姓名', '证件号码', '户类型'],
      ['51', '李建国', LI, '已脱贫（享受政策）'],
    ])
    expect(households).toMatchObject([{ status: 'exited', category: null }])
  })

  it('takes 户类型 for 贫困户属性 when its values are such', () => {
    const { households } = readList([
      ['户编号', '姓名', '证件号码', '户类型'],
      ['51', '李建国', LI, '低保贫困户'],
    ])
    expect(households).toMatchObject([{ status: 'poor', category: 'allowance_poor' }])
  })

  it('refuses a list in which two different columns claim to be the name', () => {
    const { refusals } = readList([
      ['户编号', '姓名', '姓名', '证件号码'],
      ['51', '李建国', '王芳', LI],
    ])
    expect(refusals).toMatchObject([{ code: 'column_claimed_twice', place: { cell: 'C1' } }])
  })

  it('does not mind a second column that only repeats the first', () => {
    expect(
      readList([
        ['户编号', '姓名', '姓名', '证件号码'],
        ['51', '李建国', '李建国', LI],
      ]).refusals,
    ).toEqual([])
  })

  it('follows the user when he corrects a column', () => {
    const choice = { file: 'list.xlsx', sheet: '名单', columns: { B: 'keep', C: 'name' } as const }
    const { households, refusals } = readList(
      [
        ['户编号', '姓名', '姓名', '证件号码'],
        ['51', '李建国', '王芳', LI],
      ],
      { choices: [choice] },
    )
    expect(refusals).toEqual([])
    expect(households[0]?.headName).toBe('王芳')
  })

  it('follows the user when he points at the header row', () => {
    const choice = {
      file: 'list.xlsx',
      sheet: '名单',
      headerRows: { first: 2, last: 2 },
      columns: { A: 'name', B: 'householdNumber' } as const,
    }
    const { households } = readList([['名单'], ['谁', '哪户'], ['李建国', '51']], { choices: [choice] })
    expect(households).toMatchObject([{ id: '51', headName: '李建国' }])
  })
})
