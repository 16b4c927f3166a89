import { utils, write } from 'xlsx'
import { idNumberFor } from '../../src/domain/roster/values/idNumber'

/** A small list of invented people: a title, a header, a stray member (rejected), two households, a total. */
export function rosterFile(): Uint8Array {
  const id = (birth: string, order: string): string => idNumberFor(`539901${birth}${order}`)
  const rows = [
    ['云岭县（练习）名单'],
    ['行政村', '户编号', '人编号', '姓名', '证件号码', '与户主关系', '脱贫属性', '脱贫年度', '人均纯收入'],
    ['石门村', '', '', '游离人', '', '之子', '', '', ''],
    [
      '石门村',
      '5399900001',
      '539990000101',
      '李安',
      id('19750101', '011'),
      '户主',
      '已脱贫(享受政策)',
      2018,
      5200,
    ],
    [
      '石门村',
      '5399900001',
      '539990000102',
      '李小',
      id('20110301', '022'),
      '之女',
      '已脱贫(享受政策)',
      2018,
      5200,
    ],
    ['坪子村', '5399900002', '539990000201', '王宁', id('19600505', '033'), '户主', '未脱贫', '', 2800],
    ['合计', '', '', 3, '', '', '', '', ''],
  ]
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), '名单')
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

/** The household of the burden budget: exited, four members, one pupil, nobody ill; and a neighbour. */
export function burdenRoster(): Uint8Array {
  const header = [
    '行政村', '户编号', '人编号', '姓名', '性别', '证件号码', '出生日期', '与户主关系', '文化程度', '在校生状况',
    '健康状况', '劳动技能', '脱贫属性', '脱贫年度', '首次识别时间', '人均纯收入',
  ] // prettier-ignore
  const person = (
    household: string,
    nth: number,
    [name, sex, birth, relation, education, student, labor]: readonly [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ],
  ): (string | number)[] => {
    const order = `0${nth}${sex === '男' ? 1 : 2}`
    const id = idNumberFor(`539901${birth.replaceAll('-', '')}${order}`)
    const own = [`${household}0${nth}`, name, sex, id, birth, relation, education, student, '健康', labor]
    return ['石门村', household, ...own, '已脱贫(享受政策)', 2018, 2014, 5000]
  }
  const rows = [
    header,
    person('5399800001', 1, ['李建国', '男', '1978-06-12', '户主', '初中', '非在校生', '普通劳动力']),
    person('5399800001', 2, ['王秀英', '女', '1980-03-02', '配偶', '小学', '非在校生', '普通劳动力']),
    person('5399800001', 3, ['李小梅', '女', '2011-05-05', '之女', '小学', '小学', '无劳动力']),
    person('5399800001', 4, ['李大爷', '男', '1950-05-05', '之父', '文盲', '非在校生', '无劳动力']),
    person('5399800002', 1, ['赵四', '男', '1970-01-01', '户主', '小学', '非在校生', '普通劳动力']),
    person('5399800003', 1, ['钱五', '男', '1971-01-01', '户主', '小学', '非在校生', '普通劳动力']),
  ]
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), '名单')
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

/** Header list H1 with its year of exit, under two title rows: an exited household, an unregistered one, a third to refuse, a fourth. */
export function h1Roster(): Uint8Array {
  const header = [
    '序号', '县(市、区、旗)', '乡(镇)', '行政村', '自然村', '户编号', '人编号', '姓名', '证件号码', '人数', '与户主关系',
    '民族', '文化程度', '在校生状况', '健康状况', '劳动技能', '务工状况', '务工时间（月）', '参加大病医疗', '脱贫属性', '脱贫年度',
    '贫困户属性', '主要致贫原因', '危房户', '饮水安全', '饮水困难', '人均纯收入', '联系电话',
  ] // prettier-ignore
  const id = (birth: string, order: string): string => idNumberFor(`539901${birth}${order}`)
  const person = (
    nth: number,
    household: string,
    [name, birth, order, relation, education, student, labor]: readonly string[],
    register: readonly (string | number)[],
    size: number,
  ): (string | number)[] => {
    const place = [nth, '云岭县', '松坪乡', '石门村', '1组']
    const own = [
      household,
      household === '' ? '' : `${household}${String(nth).padStart(2, '0')}`,
      name ?? '',
      id(birth ?? '', order ?? ''),
    ]
    const rest = [
      size,
      relation ?? '',
      '汉族',
      education ?? '',
      student ?? '',
      '健康',
      labor ?? '',
      '',
      '',
      '是',
    ]
    return [...place, ...own, ...rest, ...register]
  }
  const exited = ['已脱贫(享受政策)', 2018, '一般脱贫户', '缺技术', '否', '是', '否', 5000, '']
  const unregistered = ['非建档立卡户', '', '', '', '', '', '', '', '']
  const rows = [
    ['云岭县（练习）建档立卡户和抽样户名单'],
    ['制表：练习单位'],
    header,
    person(
      1,
      '5399700001',
      ['李建国', '19780612', '011', '户主', '初中', '非在校生', '普通劳动力'],
      exited,
      4,
    ),
    person(
      2,
      '5399700001',
      ['王秀英', '19800302', '022', '配偶', '小学', '非在校生', '普通劳动力'],
      exited,
      4,
    ),
    person(3, '5399700001', ['李小梅', '20110505', '022', '之女', '小学', '小学', '无劳动力'], exited, 4),
    person(4, '5399700001', ['李大爷', '19500505', '011', '之父', '文盲', '非在校生', '无劳动力'], exited, 4),
    person(5, '', ['孙六', '19650203', '011', '户主', '小学', '非在校生', '普通劳动力'], unregistered, 1),
    person(6, '5399700003', ['赵四', '19700101', '011', '户主', '小学', '非在校生', '普通劳动力'], exited, 1),
    person(7, '5399700004', ['钱五', '19710101', '011', '户主', '小学', '非在校生', '普通劳动力'], exited, 1),
  ]
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), '名单')
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

/** A register of 28 households of one person each in two villages: 20 exited, 8 unregistered, two of them marginal. */
export function registerFile(): Uint8Array {
  const header = ['县', '乡镇', '行政村', '户编号', '人编号', '姓名', '证件号码', '与户主关系', '脱贫属性']
  const rows = Array.from({ length: 28 }, (_, index) => {
    const household = `53996000${String(index + 1).padStart(2, '0')}`
    const id = idNumberFor(`53990119700101${String(100 + index)}`)
    const status = index < 20 ? '已脱贫(享受政策)' : index < 26 ? '非建档立卡户' : '边缘户'
    const village = index % 2 === 0 ? '石门村' : '坪子村'
    return ['云岭县', '松坪乡', village, household, `${household}01`, `周${index + 1}`, id, '户主', status]
  })
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([header, ...rows]), '名单')
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

/** Twelve exited households, and eight whose status the list leaves open. */
export function openRegisterFile(): Uint8Array {
  const rows = Array.from({ length: 20 }, (_, index) => [
    '石门村',
    `53996000${index + 10}`,
    `周${index + 1}`,
    '户主',
    index < 12 ? '已脱贫(享受政策)' : '',
  ])
  const workbook = utils.book_new()
  const header = ['行政村', '户编号', '姓名', '与户主关系', '脱贫属性']
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([header, ...rows]), '登记册')
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

/** Two households and a member of none, whose row is rejected. */
export function rejectedRowCsv(): Uint8Array {
  const rows = [
    '行政村,户编号,姓名,与户主关系,脱贫属性',
    '石村,,游离人,之子,',
    '石村,001,李甲,户主,已脱贫(享受政策)',
    '石村,002,王乙,户主,已脱贫(享受政策)',
  ]
  return new TextEncoder().encode(rows.join('\n'))
}
